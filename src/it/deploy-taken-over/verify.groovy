import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    // Only the modules that deploy lose their oldest versions, although the others have the same versions at GitHub.
    ['shop', 'lib'].each { assert ran.active("com.example.taken.$it".toString()) == ['1.3.0', '1.2.0'] }
    ['tool', 'central'].each { assert ran.active("com.example.taken.$it".toString()).size() == 4 }

    def why = 'com.example.taken:central is left out: an extension of the build deploys instead of maven-deploy-plugin.'
    ran.buildSaysOnce(1, why)
    ran.buildSaysOnce(1, "com.example.taken:tool is left out: the deploy is not bound to one of Maven's phases.")

    def report = new JsonSlurper().parseText(ran.text('prune.json'))
    assert report.packages*.name.toSet() == ['com.example.taken.shop', 'com.example.taken.lib'].toSet()
    assert report.warnings == [why]
}
