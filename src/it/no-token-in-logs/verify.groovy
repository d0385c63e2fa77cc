import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    def forms = ['ghp_it', 'ghp_it'.bytes.encodeBase64().toString(), 'octocat:ghp_it'.bytes.encodeBase64().toString()]
    assert ran.github().deleted().size() == 2
    ran.buildSays(1, '[DEBUG]')
    def journal = new File(new JsonSlurper().parseText(ran.text('report.json')).journal)
    forms.each { form ->
        ran.noBuildSays(form)
        assert !ran.text('report.json').contains(form)
        assert !journal.text.contains(form)
    }
}
