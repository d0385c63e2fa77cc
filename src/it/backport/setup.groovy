import io.github.ghpackages.it.ItCase
import java.time.Duration
import java.time.Instant

ItCase.start(basedir, context) { github ->
    def yesterday = Instant.now() - Duration.ofDays(1)
    ['1.9.7', '2.0.0'].each { github.state().publish('acme/shop', 'com.example.backport:shop', it, yesterday) }
}
