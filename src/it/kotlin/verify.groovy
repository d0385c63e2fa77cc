import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    assert new File(basedir, 'target/classes/com/example/packaged/Shop.class').file
    ran.buildSaysOnce(1, '3 of 5 versions in 1 package deleted.')
    assert ran.active('com.example.kotlin.shop') == ['1.4.0', '1.3.0']
}
