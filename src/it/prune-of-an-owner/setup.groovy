import io.github.ghpackages.it.ItCase
import io.github.ghpackages.it.RunningMaven
import io.github.ghpackages.stub.Fault
import io.github.ghpackages.stub.Right
import io.github.ghpackages.stub.When

ItCase.start(basedir, context) { github ->
    (1..50).each { n ->
        def repository = n == 13 ? 'acme/forbidden' : 'acme/shop'
        (0..3).each { github.state().publish(repository, "com.example.fifty:p$n", "1.$it") }
    }
    github.accounts().right('octocat', 'acme/forbidden', Right.READ)

    // A run over other packages is killed.
    (1..12).each { n -> (0..3).each { github.state().publish('acme/shop', "com.example.killed:p$n", "1.$it") } }
    def deleting = When.deleting().and(When.path('com.example.killed.'))
    github.fault(deleting, Fault.hang().after(9))
    RunningMaven.start(basedir, context, localRepositoryPath, 'killed', ['ghpackages:prune-versions',
        '-Dghpackages.packages=com.example.killed:*', '-Dghpackages.keepReleases=2', '-Dghpackages.dryRun=false',
        '-Dghpackages.stateFile=state.json'])
        .killWhen { github.count(deleting) > 9 }
    github.heal()
}
