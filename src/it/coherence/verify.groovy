import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    def packages = new JsonSlurper().parseText(ran.text('prune.json')).packages.collectEntries { [it.name, it.versions] }

    // Module two lacks 1.2.0, so 1.1.0 is its second newest and is kept in all modules.
    ['shop', 'one'].each { module ->
        def judged = packages["com.example.coherence.$module".toString()].find { it.name == '1.1.0' }
        assert judged.verdict == 'keep'
        assert judged.reason == 'kept in com.example.coherence.two: 2nd newest of 3 releases (keepReleases=2)'
        assert ran.active("com.example.coherence.$module").toSet() == ['1.3.0', '1.2.0', '1.1.0'].toSet()
    }
    assert ran.active('com.example.coherence.two').toSet() == ['1.3.0', '1.1.0'].toSet()
    assert ran.github().deleted() == ['1.0.0'] * 3
}
