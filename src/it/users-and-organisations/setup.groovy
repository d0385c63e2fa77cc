import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.Right

ItCase.start(basedir, context) { github ->
    github.accounts().user('monalisa').repository('monalisa/shop').right('octocat', 'monalisa/shop', Right.ADMIN)
    github.accounts().repository('octocat/shop')
    ['acme', 'octocat', 'monalisa'].each { owner ->
        ['1.0.0', '1.1.0', '1.2.0', '1.3.0'].each { github.state().publish("$owner/shop", 'com.example.owners:shop', it) }
    }
}
