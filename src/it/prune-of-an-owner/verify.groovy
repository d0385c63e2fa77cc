import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.Event.What

ItCase.verify(context) { ran ->
    def first = new JsonSlurper().parseText(ran.text('first.json'))
    assert first.packages.size() == 50
    assert first.totals.deleted == 98
    assert first.totals.refused == 2
    assert first.totals.kept == 100
    ran.buildSays(1, '2 of 100 deletions failed: 2 refused.', 'access-denied')
    assert ran.active('com.example.fifty.p13').size() == 4

    ran.buildSays(2, 'maxDuration ended the run', 'BUILD SUCCESS')
    ran.buildSays(3, 'Each is recorded before it is sent.', 'Journal: ', 'To undo the run: mvn ghpackages:restore-version -Dghpackages.journal=')
    ran.buildSays(3, '11 of 22 versions in 11 packages deleted.')
    ran.buildSays(4, '11 of 11 versions in 11 packages restored.')
    (1..50).findAll { it != 13 }.each { assert ran.active("com.example.fifty.p$it").toSet() == ['1.2', '1.3'].toSet() }

    // The second run goes on where the first was killed: nothing twice, nothing left out.
    def deleted = ran.github().events().findAll { it.what() == What.DELETED && it.packageName().startsWith('com.example.killed.') }
    assert deleted.size() == 24
    assert deleted*.id().toSet().size() == 24
    (1..12).each { assert ran.active("com.example.killed.p$it").toSet() == ['1.2', '1.3'].toSet() }
}
