import io.github.ghpackages.it.ItCase
import java.time.Duration
import java.time.Instant

ItCase.start(basedir, context) { github ->
    // As on a server of one's own: github.com's pace would make this case last for minutes.
    github.limits().none()
    def first = Instant.parse('2024-01-01T00:00:00Z')
    github.state().publish('acme/shop', 'com.example.thousand:shop', 1000, { "1.$it.0".toString() }, first, Duration.ofHours(6))
}
