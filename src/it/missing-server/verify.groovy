import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    ran.buildSays(1, 'not-in-settings', 'troubleshooting.html#no-token')
    assert ran.github().requests() == []
}
