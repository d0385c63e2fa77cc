import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    ['shop', 'one', 'two', 'three', 'four'].each { module ->
        assert ran.active("com.example.parallel.$module").toSet() == ['1.4.0', '1.3.0'].toSet()
    }
    assert ran.github().deleted().size() == 15
    ran.buildSaysOnce(1, '15 of 25 versions in 5 packages deleted.')
}
