import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.StubGitHub

ItCase.start(basedir, context) { github ->
    // Another GitHub, which knows another token.
    def other = StubGitHub.start()
    other.accounts().organisation('acme', 'hubot').repository('acme/shop')
        .token('ghp_other', 'hubot', 'repo', 'read:packages', 'write:packages', 'delete:packages')
    context['other'] = other
    [github, other].each { hub ->
        (0..3).each { hub.state().publish('acme/shop', 'com.example.resident:shop', "1.${it}.0".toString()) }
    }
}
