import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.When

ItCase.verify(context) { ran ->
    def json = { file -> new JsonSlurper().parseText(ran.text(file)) }
    def listings = { artifact -> ran.github().count(When.listing().and(When.path("com.example.ghost.$artifact/"))) }

    // The package was listed and judged again, so the ghost took no version's place.
    assert listings('once') == 2
    assert json('once.json').packages[0].versions.findAll { it.verdict == 'keep' }*.name == ['1.3.0', '1.2.0']
    assert ran.active('com.example.ghost.once').toSet() == ['1.3.0', '1.2.0'].toSet()

    assert listings('again-haunted') == 2
    assert ran.github().state().deleted('acme', 'com.example.ghost.again-haunted') == []
    def haunted = json('again.json').packages.find { it.name == 'com.example.ghost.again-haunted' }
    def planned = haunted.versions.findAll { it.verdict == 'delete' }
    assert planned*.outcome.unique(false) == ['not-attempted']
    assert planned*.message.unique(false) ==
        ["the listing still shows versions that are gone, so the newest ones are unknown"]
    ran.buildSays(2, 'troubleshooting.html#not-all-deleted')

    assert ran.active('com.example.ghost.again-healthy').toSet() == ['1.3.0', '1.2.0'].toSet()
}
