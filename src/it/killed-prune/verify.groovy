import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.Event.What
import io.github.ghpackages.stub.When

ItCase.verify(context) { ran ->
    def names = { what, fate ->
        ran.github().events().findAll { it.what() == what && it.packageName() == "com.example.${fate}.shop" }*.version()
    }
    def totals = { file -> new JsonSlurper().parseText(ran.text(file)).totals }

    // Exactly the deleted versions are restored; those whose deletion had no effect are found alive.
    def killed = names(What.DELETED, 'killed')
    assert killed.size() == 6
    assert names(What.RESTORED, 'killed').toSet() == killed.toSet() - '1.20.0'
    assert ran.active('com.example.killed.shop').size() == 39
    assert ran.github().state().deleted('acme', 'com.example.killed.shop') == ['1.20.0']
    assert totals('killed.json').restored == 5
    assert totals('killed.json').failed == 0

    def terminated = names(What.DELETED, 'terminated')
    assert terminated.size() in 5..30
    assert names(What.RESTORED, 'terminated').toSet() == terminated.toSet()
    assert ran.active('com.example.terminated.shop').size() == 40
    assert totals('terminated.json').restored == terminated.size()
    assert totals('terminated.json').failed == 0
    assert ran.text('terminated.log').contains('The build was cancelled. ')
    ran.buildSays(2, 'One of its folders is a file. This run restores without it.')

    // The journal contains every deletion that was sent, and the run came to its end.
    def lines = ran.text('terminated.jsonl').readLines().collect { new JsonSlurper().parseText(it) }
    def written = lines.findAll { it.type == 'delete' }.collect { it.id as String }
    def sent = ran.github().requests(When.deleting().and(When.path('com.example.terminated.shop')))
        .collect { it.path().tokenize('/').last() }
    assert sent - written == []
    assert lines.last().type == 'trailer'
}
