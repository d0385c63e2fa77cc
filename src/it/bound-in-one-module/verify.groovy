import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    // The parent's 1.0.0 must not be deleted while the modules keep theirs.
    assert ran.github().deleted() == []
    ran.buildSaysOnce(1, 'did not run this goal in this build: com.example.single:one, com.example.single:two. It is not bound or is skipped there, or a build cache had their results. So nothing is deleted')
}
