import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.When

ItCase.verify(context) { ran ->
    def tooMany = 'The plan deletes 5 versions, more than maxDeletions=4 allows.'
    def tooLarge = 'The plan deletes 5 of the 8 active versions of acme/com.example.tripwire.shop, more than maxDeletionShare=62 allows.'

    // A dry run shows the plan, then fails like the live run.
    ran.buildSays(1, 'Dry run: 5 of 8 versions in 1 package would be deleted.', "$tooMany $tooLarge")
    ran.buildSays(2, tooMany)
    ran.buildSays(3, tooLarge)
    (1..3).each { ran.buildSays(it, 'troubleshooting.html#plan-stopped', 'Nothing was deleted.') }
    ran.buildSays(4, '5 of 8 versions in 1 package deleted.')

    // Of the four runs, only the last one sent anything.
    assert ran.github().count(When.deleting()) == 5
    assert ran.active('com.example.tripwire.shop').toSet() == ['1.7.0', '1.6.0', '1.5.0'].toSet()
}
