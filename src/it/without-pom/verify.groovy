import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    ran.buildSays(1, '1.3.0', '1.2.0', '1.1.0', '1.0.0')
    ran.buildSays(3, '1.1.0', '1.0.0')
    ran.buildDoesNotSay(3, '1.2.0')
    assert ran.log().readLines().containsAll(['ghpackages:prune-versions', 'RULES', '  -Dghpackages.keepPer (default: package)'])
    assert ran.active('com.example.tools.cli').toSet() == ['1.3.0', '1.2.0', '1.0.0'].toSet()
}
