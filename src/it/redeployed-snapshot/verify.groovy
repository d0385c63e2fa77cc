import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    def versions = new JsonSlurper().parseText(ran.text('prune.json')).packages[0].versions.collectEntries { [it.name, it] }
    def kept = versions.findAll { it.value.verdict == 'keep' }

    assert kept.keySet() == ['1.3.0-SNAPSHOT', '1.2.0-SNAPSHOT', '1.1.0-SNAPSHOT'].toSet()
    ['1.3.0-SNAPSHOT', '1.2.0-SNAPSHOT'].each {
        assert versions[it].reason ==
            'its age is unknown, since its maven-metadata.xml could not be read (keepSnapshotsNewerThan=30d)'
    }
    assert versions['1.1.0-SNAPSHOT'].reason ==~ /last changed .*minutes ago \(keepSnapshotsNewerThan=30d\)/
    assert versions['1.0.0-SNAPSHOT'].reason == 'last changed 400 days ago (keepSnapshotsNewerThan=30d)'
    assert versions['1.0.0-SNAPSHOT'].outcome == 'deleted'
    assert ran.github().deleted() == ['1.0.0-SNAPSHOT']

    // A second build in the same version: the deploy went to the old snapshot and did not create a new one.
    def metadata = new URL("${ran.github().url()}/acme/shop/com/example/redeployed/shop/1.1.0-SNAPSHOT/maven-metadata.xml")
        .getText(requestProperties: [Authorization: 'Bearer ghp_it'])
    assert metadata.contains('<buildNumber>2</buildNumber>')
}
