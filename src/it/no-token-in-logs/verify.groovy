import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    assert ran.github().deleted() == ['1.1.0']
    ran.buildSays(1, '[DEBUG]')
    ran.buildSays(3, 'No: ***')

    def report = new JsonSlurper().parseText(ran.text('report.json'))
    assert report.packages[0].versions.find { it.name == '1.0.0' }.message.contains('No: ***')
    assert new File(report.journal).text.contains('id-***')
    assert ran.text('plan.json').contains('1.0.0')
    ran.holdsNoTraceOfTheOddToken()
}
