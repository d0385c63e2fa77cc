import io.github.ghpackages.it.ItCase
import java.time.Duration
import java.time.Instant

ItCase.start(basedir, context) { github ->
    def publish = { version, days ->
        github.state().publish('acme/shop', 'com.example.released:shop', version, Instant.now() - Duration.ofDays(days))
    }
    publish('1.0.0-SNAPSHOT', 90)
    publish('1.0.0', 60)
    publish('1.1.0-SNAPSHOT', 30)
    publish('1.1.0', 3)
    publish('1.2.0-SNAPSHOT', 2)
}
