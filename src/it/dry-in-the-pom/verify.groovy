import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    [1, 2].each { build ->
        ran.buildSays(build, 'dryRun=true (property of the pom) wins over false (command line).', 'Dry run',
            'A live run is ruled out by dryRun=true of property of the pom.')
    }
    ran.buildSays(3, 'troubleshooting.html#invalid-parameter', 'LC_ALL=C.UTF-8')
    ran.buildSays(4, 'dryRun has no effect; the parameter is ghpackages.dryRun.', 'Dry run')
    assert ran.active('com.example.careful.child').size() == 4
    assert ran.active('com.example.careful.live').toSet() == ['1.3.0', '1.1.0', '1.0.0', '0.1-größe'] as Set
    assert ran.github().deleted() == ['1.2.0']
}
