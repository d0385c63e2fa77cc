import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    def versions = { file -> new JsonSlurper().parseText(ran.text(file)).packages[0].versions }
    def outcomes = { file -> versions(file).findAll { it.verdict == 'delete' }.collectEntries { [it.name, it.outcome] } }

    ran.buildSays(1, 'Dry run: 4 of 6 versions in 1 package would be deleted.')
    // 1.2.0 is now the third newest, but the plan did not show its deletion.
    assert outcomes('first.json') ==
        ['1.1.0-SNAPSHOT': 'changed', '1.1.0': 'deleted', '1.0.0': 'deleted', '1.0.0-SNAPSHOT': 'deleted']
    assert versions('first.json').find { it.outcome == 'changed' }.message == 'it was deployed again since the plan was made'
    assert outcomes('second.json') ==
        ['1.1.0-SNAPSHOT': 'changed', '1.1.0': 'already-gone', '1.0.0': 'already-gone', '1.0.0-SNAPSHOT': 'already-gone']
    ran.buildSays(6, 'troubleshooting.html#plan-not-applicable', 'It was made for acme at')

    assert ran.github().deleted().toSet() == ['1.1.0', '1.0.0', '1.0.0-SNAPSHOT'].toSet()
    assert ran.github().deleted().size() == 3
    assert ran.active('com.example.plan.shop').toSet() == ['1.4.0', '1.3.0', '1.2.0', '1.1.0-SNAPSHOT'].toSet()
}
