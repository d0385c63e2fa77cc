import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    // The other plugins have replaced the poms.
    assert new File(basedir, 'other/target/.flattened-pom.xml').file
    assert new File(basedir, 'mod/target/reduced-pom.xml').file

    (1..2).each { ran.buildSaysOnce(it, 'So nothing is deleted') }
    ran.buildDoesNotSay(3, 'So nothing is deleted')
    ['shop', 'mod', 'other'].each { module ->
        assert ran.active("com.example.replaced.$module").toSet() == ['2.0.3', '1.0.0'].toSet()
    }
    assert ran.github().deleted().toSorted() == ['1.1.0', '1.1.0', '1.1.0', '2.0.1', '2.0.2']
}
