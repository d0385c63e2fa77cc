import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    def ids = [
        'no-rule',
        'invalid-parameter',
        'invalid-parameter',
        'unknown-parameter',
        'invalid-parameter',
        'invalid-parameter',
        'owner-not-found',
        'no-token',
        'unexpected-answer',
        'invalid-parameter',
        'invalid-parameter',
        'journal-not-readable',
        'not-all-restored',
        'nothing-selected'
    ]
    ids.eachWithIndex { id, index ->
        ran.buildSays(index + 1, "troubleshooting.html#$id", 'Reason: ', 'To do: ')
        ran.buildDoesNotSay(index + 1, '\tat ', '    at ')
    }
    ran.buildSays(4, 'keepReleases')
    ran.buildSays(ids.size() + 1, 'WARNING')
    assert ran.github().deleted() == []
}
