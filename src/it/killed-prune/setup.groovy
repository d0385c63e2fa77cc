import io.github.ghpackages.it.ItCase
import io.github.ghpackages.it.RunningMaven
import io.github.ghpackages.stub.Fault
import io.github.ghpackages.stub.When

ItCase.start(basedir, context) { github ->
    github.limits().none()
    (0..39).each { github.state().publish('acme/shop', 'com.example.killed:shop', "1.${it}.0") }
    // Somebody has deleted this one by hand: no run's to restore.
    github.state().delete('acme', 'com.example.killed:shop', '1.20.0')

    // Three deletions are answered, two take effect without an answer, no further one takes effect.
    github.fault(When.deleting(), Fault.hang().afterEffect().after(3).times(2))
    github.fault(When.deleting(), Fault.hang().after(3))
    def prune = ['ghpackages:prune-versions', '-Dghpackages.keepReleases=5', '-Dghpackages.dryRun=false']
    RunningMaven.start(basedir, context, localRepositoryPath, prune)
        .killWhen { github.deleted().size() == 6 && github.count(When.deleting()) > 6 }
    github.heal()
}
