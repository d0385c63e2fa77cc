import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    assert new File(basedir, 'one/target/.git-versioned-pom.xml').file || new File(basedir, 'one/.git-versioned-pom.xml').file
    ran.buildSaysOnce(1, '4 of 10 versions in 2 packages deleted.')
    // The poms reference 0 as their parent, whatever the extension makes of it.
    ['shop', 'one'].each { module ->
        assert ran.active("com.example.branched.$module").toSet() == ['1.4.0', '1.3.0', '0'].toSet()
    }
}
