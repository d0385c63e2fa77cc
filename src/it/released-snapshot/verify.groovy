import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    def snapshots = { file ->
        new JsonSlurper().parseText(ran.text(file)).packages[0].versions
            .findAll { it.kind == 'snapshot' }
            .collect { [it.name, it.verdict, it.reason] }
    }

    assert snapshots('with-grace.json') == [
        ['1.2.0-SNAPSHOT', 'keep', 'it is not released (deleteReleasedSnapshots=true)'],
        ['1.1.0-SNAPSHOT', 'keep', 'release 1.1.0 is 3 days old (deleteReleasedSnapshots=true, releasedSnapshotsGrace=14d)'],
        ['1.0.0-SNAPSHOT', 'delete', 'release 1.0.0 is 60 days old (deleteReleasedSnapshots=true, releasedSnapshotsGrace=14d)']
    ]
    assert snapshots('without-grace.json') == [
        ['1.2.0-SNAPSHOT', 'keep', 'it is not released (deleteReleasedSnapshots=true)'],
        ['1.1.0-SNAPSHOT', 'delete', 'release 1.1.0 is 3 days old (deleteReleasedSnapshots=true, releasedSnapshotsGrace=0d)']
    ]
    assert ran.github().deleted() == ['1.0.0-SNAPSHOT', '1.1.0-SNAPSHOT']
    assert ran.active('com.example.released.shop') == ['1.2.0-SNAPSHOT', '1.1.0', '1.0.0']
}
