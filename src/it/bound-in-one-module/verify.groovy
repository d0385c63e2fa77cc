import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    // The parent's 1.0.0 must not go while the modules keep theirs.
    assert ran.github().deleted() == []
    ran.buildSaysOnce(1, 'deploys, but this goal is not bound in it or is skipped there. So nothing is deleted')
}
