import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    assert ran.github().deleted() == []
    assert ran.active('com.example.failing.two').contains('1.4.0')
    ran.buildSaysOnce(1, 'The build has failed, so prune-versions does nothing.')
    // Once for the bound goal, once for the goal on the command line.
    assert ran.log().split('The build has failed, so prune-versions does nothing.', -1).length == 4
}
