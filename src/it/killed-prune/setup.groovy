import io.github.ghpackages.it.ItCase
import io.github.ghpackages.it.RunningMaven
import io.github.ghpackages.stub.Fault
import io.github.ghpackages.stub.When

def home = new File(basedir, '../../it-home-without-journals/.m2')
home.mkdirs()
new File(home, 'ghpackages').text = 'a file'

ItCase.start(basedir, context) { github ->
    github.limits().none()
    ['killed', 'terminated'].each { fate ->
        (0..39).each { github.state().publish('acme/shop', "com.example.${fate}:shop", "1.${it}.0") }
    }
    // Deleted by hand, so no undo restores it.
    github.state().delete('acme', 'com.example.killed:shop', '1.20.0')

    def deleting = { fate -> When.deleting().and(When.path("com.example.${fate}.shop")) }
    def deleted = { fate -> github.events().count { it.what().name() == 'DELETED' && it.packageName() == "com.example.${fate}.shop" } }
    def prune = ['ghpackages:prune-versions', '-Dghpackages.keepReleases=5', '-Dghpackages.dryRun=false']

    // This run is asked to end while it deletes; the last deletions would hang.
    github.fault(deleting('terminated'), Fault.hang().after(30))
    RunningMaven.start(basedir, context, localRepositoryPath, 'terminated', prune
        + ['-Dghpackages.packages=com.example.terminated:shop', '-Dghpackages.journal=terminated.jsonl'])
        .terminateWhen { deleted('terminated') > 4 }

    // In the last run, three deletions are answered and two take effect without an answer; no other one takes effect.
    github.fault(deleting('killed'), Fault.hang().afterEffect().after(3).times(2))
    github.fault(deleting('killed'), Fault.hang().after(3))
    RunningMaven.start(basedir, context, localRepositoryPath, 'killed', prune)
        .killWhen { deleted('killed') == 6 && github.count(deleting('killed')) > 6 }
    github.heal()
}
