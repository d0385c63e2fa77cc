import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    (1..4).each { ran.buildSaysOnce(it, 'So nothing is deleted') }
    assert ran.github().deleted() == []
}
