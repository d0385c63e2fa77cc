import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    ran.buildSays(1, 'github-wrong-token', 'troubleshooting.html#token-rejected')
    ran.buildDoesNotSay(1, 'ghp_nobody')
    assert ran.github().deleted() == []
}
