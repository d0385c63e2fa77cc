import io.github.ghpackages.it.ItCase
import java.time.Duration
import java.time.Instant

ItCase.start(basedir, context) { github ->
    def yesterday = Instant.now() - Duration.ofDays(1)
    ['1.9.7', '2.0.0', '2.0.0.1.my-branch', '2.0.0.2.my-branch'].each {
        github.state().publish('acme/shop', 'com.example.backport:shop', it, yesterday)
    }
}
