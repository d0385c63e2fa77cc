import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    assert ran.github().deleted() == []
}
