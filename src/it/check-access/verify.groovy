import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    ran.buildSays(1, 'personal access token (classic), from', '1 package, 1 ready for all goals.')
    def access = new JsonSlurper().parseText(ran.text('access.json'))
    assert access.tokens*.scopes == [['read:packages', 'repo']]
    assert access.packages*.list == ['yes']
    assert access.packages*.delete == ['no']
    assert access.packages*.restore == ['no']
    assert access.packages[0].advice.any { it.contains('delete:packages') }

    def refusal = 'Its repository is acme/shop, but the build names acme/other.'
    def other = new JsonSlurper().parseText(ran.text('other.json')).packages[0]
    assert [other.list, other.delete, other.restore] == ['yes', 'no', 'no']
    assert other.advice.any { it.contains(refusal) && it.contains('[wrong-account]') }
    ran.buildSays(4, '1 package, 0 ready for all goals.', 'deleting is not allowed', '#not-allowed')
    ran.buildSays(5, refusal, '#wrong-account')
    ran.buildSays(6, '1 package, 1 ready for all goals.', 'BUILD SUCCESS')

    ran.noBuildSays('ghp_reader')
    assert ran.github().requests().every { it.method() == 'GET' }
}
