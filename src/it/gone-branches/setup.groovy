import io.github.ghpackages.it.ItCase
import java.time.Duration
import java.time.Instant

ItCase.start(basedir, context) { github ->
    def longAgo = Instant.now().minus(Duration.ofDays(30))
    ['1.0-SNAPSHOT', '1.0-login-SNAPSHOT', '1.0-old-idea-SNAPSHOT', '1.0-PR7-SNAPSHOT', '1.0-PR8-SNAPSHOT'].each {
        github.state().deploySnapshot('acme/shop', 'com.example.branches:shop', it, longAgo)
    }
    github.state().deploySnapshot('acme/shop', 'com.example.branches:shop', '1.0-just-merged-SNAPSHOT', Instant.now())
    github.accounts()
        .branches('acme/shop', 'main', 'feature/x', 'login')
        .pullRequest('acme/shop', 7, false)
        .pullRequest('acme/shop', 8, true)
}
