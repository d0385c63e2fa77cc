import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    ran.buildSays(1, '3 of 5 versions in 1 package deleted.')
    assert ran.active('com.example.fork.app') == ['1.4.0', '1.3.0']
    assert ran.github().state().active('umbrella', 'com.example.fork.app').size() == 4
    assert ran.github().requests().every { !it.path().contains('umbrella') }
}
