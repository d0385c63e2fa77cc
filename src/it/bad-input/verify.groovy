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
    ran.buildSays(1, 'The pom has rules in an execution', 'Run ghpackages:prune-versions@prune')

    ran.buildSays(16, 'troubleshooting.html#no-token', 'expects the name of a variable')
    ran.noBuildSays('A1b2C3')
    assert !ran.text('access.json').contains('A1b2C3')
    ran.buildSays(17, 'Dry run: 2 of 4 versions in 1 package would be deleted.')
    ran.buildSays(18, 'there is no release to judge',
        'The pom deploys releases to acme/shop, but this run uses umbrella/shop.', "-Dghpackages.registryUrl=${ran.github().registryUrl('acme', 'shop')}.".toString())
    ran.buildSays(19, 'troubleshooting.html#invalid-parameter', 'The environment variable A_VARIABLE_THAT_NOBODY_SETS is not set.')
    ran.buildSays(20, "token from server 'github-odd-token'", '1.3.0')
    ran.buildSays(21, "token from server 'github'", '1.3.0')
    assert ran.github().deleted() == []
}
