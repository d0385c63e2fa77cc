import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.When

ItCase.verify(context) { ran ->
    assert ran.github().deleted() == []
    assert ran.github().count(When.method('GET')) == ran.github().requests().size()
    assert ran.active('com.example.dry.shop').size() == 4
    ran.buildSays(1, '1.1.0', '1.0.0', 'TO DELETE', 'To delete them, run the same command with -Dghpackages.dryRun=false.')
    ran.buildDoesNotSay(1, 'missing-scope')
    ran.buildSays(2, 'A run that deletes would be refused (missing-scope)', 'BUILD SUCCESS')
    // Nothing is deleted by an explanation, whatever dryRun says.
    ran.buildSays(3, 'keepReleases=2  =>  4th newest of 4 releases: delete', 'Version 1.0.0 explained in 1 package. Nothing was deleted.')
    ran.buildSays(4, 'Explaining version 9.9 failed.', 'nothing-selected')
    def plan = new JsonSlurper().parseText(ran.text('plan.json'))
    assert plan.totals.toDelete == 2
    assert plan.warnings.any { it.contains('lacks the scope delete:packages') }
}
