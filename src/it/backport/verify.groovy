import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    def versions = new JsonSlurper().parseText(ran.text('prune.json')).packages[0].versions

    assert versions.collect { [it.name, it.verdict, it.reason] } == [
        ['2.0.0.2.my-branch', 'keep', 'newest of 2 qualified releases (keepReleases=1)'],
        ['2.0.0.1.my-branch', 'delete', '2nd newest of 2 qualified releases (keepReleases=1)'],
        ['2.0.0', 'keep', 'newest of 3 releases (keepReleases=1)'],
        ['1.9.8', 'delete', '2nd newest of 3 releases (keepReleases=1)'],
        ['1.9.7', 'delete', '3rd newest of 3 releases (keepReleases=1)']
    ]
    assert ran.active('com.example.backport.shop') as Set == ['2.0.0', '2.0.0.2.my-branch'] as Set
}
