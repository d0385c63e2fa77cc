import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    def json = { file -> new JsonSlurper().parseText(ran.text(file)) }

    ran.buildSays(1, 'Dry run: 1 of 6 versions in 1 package would be deleted.')
    ran.buildSays(2, 'troubleshooting.html#invalid-parameter')

    def byName = json('by-name.json')
    assert byName.packages[0].versions.findAll { it.outcome == 'deleted' }*.name == ['1.0.0']
    assert byName.warnings == [
        'versions=1.9.9 is in none of the packages.',
        '1.4.0 of acme/com.example.exact.shop is kept: built by this reactor; for a redeploy, -Dghpackages.evenIfBuilt=true deletes it.'
    ]
    assert new File(byName.journal).file

    def byId = json('by-id.json')
    assert byId.packages[0].versions.findAll { it.outcome == 'deleted' }*.name == ['1.2.0']
    assert byId.journal != byName.journal

    assert byId.journal == new File(basedir, 'own.jsonl').path

    ran.buildSays(6, 'The requested versions exist but are kept: 1.1.0 of com.example.exact.shop, always kept (keepVersions=1.1.*)')

    // Only the last run is undone, wherever its journal is.
    assert json('restore.json').journal == byId.journal
    assert json('restore.json').packages[0].versions.collect { [it.name, it.outcome] } == [['1.2.0', 'restored']]
    assert ran.github().deleted() == ['1.0.0', '1.2.0']
    assert ran.active('com.example.exact.shop').toSet() == ['1.0.0.1', '1.1.0', '1.2.0', '1.3.0', '1.4.0'].toSet()
}
