import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    assert new File(basedir, 'com.example.packaged.bundle/target/com.example.packaged.bundle-1.4.0.jar').file
    ran.buildSaysOnce(1, '6 of 10 versions in 2 packages deleted.')
    ['shop', 'com.example.packaged.bundle'].each { module ->
        assert ran.active("com.example.packaged.$module").toSet() == ['1.4.0', '1.3.0'].toSet()
    }
}
