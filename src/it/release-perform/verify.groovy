import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    assert new File(basedir, 'target/checkout/one/pom.xml').file
    assert ran.log().contains('4 of 8 versions in 2 packages deleted.')
    ['shop', 'one'].each { module ->
        assert ran.active("com.example.released.$module").toSet() == ['1.4.0', '1.3.0'].toSet()
    }
}
