import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.Right
import java.time.Instant

ItCase.start(basedir, context) { github ->
    ['1.0', '1.5', '2.0-rc1', '2.0'].each { github.state().publish('acme/shop', 'com.example.owner:shop', it) }
    ['1.0', '1.1'].each {
        github.state().publish('acme/shop', 'com.example.owner:shop-test', it)
        github.state().publish('acme/tools', 'com.example.owner:tool', it)
    }
    github.accounts().right('octocat', 'acme/tools', Right.ADMIN)
    ['1.0.0', '1.1.0', '2.0.0-beta.1', '2.0.0'].each {
        github.state().publish('npm', 'acme/shop', '@acme/widgets', it, Instant.now())
    }
    github.state().publish('container', 'acme/shop', 'image', 'sha256:1', Instant.now())
    github.state().tag('acme', 'image', 'sha256:1', '1.0', 'latest')
}
