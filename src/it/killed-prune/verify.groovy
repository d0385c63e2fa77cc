import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.Event.What

ItCase.verify(context) { ran ->
    def names = { what -> ran.github().events().findAll { it.what() == what }*.version() }
    def deleted = names(What.DELETED)
    assert deleted.size() == 6

    // What was deleted comes back, and nothing else; what was sent and came to nothing is found alive.
    assert names(What.RESTORED).toSet() == deleted.toSet() - '1.20.0'
    assert ran.active('com.example.killed.shop').size() == 39
    assert ran.github().state().deleted('acme', 'com.example.killed.shop') == ['1.20.0']

    def totals = new JsonSlurper().parseText(ran.text('restore.json')).totals
    assert totals.restored == 5
    assert totals.failed == 0
}
