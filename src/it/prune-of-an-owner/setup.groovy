import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.Right

ItCase.start(basedir, context) { github ->
    (1..50).each { n ->
        def repository = n == 13 ? 'acme/forbidden' : 'acme/shop'
        (0..3).each { github.state().publish(repository, "com.example.fifty:p$n", "1.$it") }
    }
    github.accounts().right('octocat', 'acme/forbidden', Right.READ)
}
