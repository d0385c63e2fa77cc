import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    ran.buildSays(1, '1.3.0', '1.2.0', '1.1.0', '1.0.0')
    ran.buildSays(3, '1.1.0', '1.0.0')
    ran.buildDoesNotSay(3, '1.2.0')
    // The help runs with -q, so what it prints follows the fourth build's end, maybe behind an escape code of Maven's.
    ran.buildSays(4, 'ghpackages:prune-versions\n', '\nRULES\n', '\n  -Dghpackages.keepPer (default: package)\n')
    assert ran.active('com.example.tools.cli').toSet() == ['1.3.0', '1.2.0', '1.0.0'].toSet()
}
