import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    assert new File(basedir, 'kotlin/target/classes/com/example/packaged/Shop.class').file
    ran.buildSaysOnce(1, '9 of 15 versions in 3 packages deleted.')
    ['shop', 'kotlin', 'com.example.packaged.bundle'].each { module ->
        assert ran.active("com.example.packaged.$module").toSet() == ['1.4.0', '1.3.0'].toSet()
    }
}
