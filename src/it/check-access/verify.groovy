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
    ran.noBuildSays('ghp_reader')
    assert ran.github().requests().every { it.method() == 'GET' }
}
