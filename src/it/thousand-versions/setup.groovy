import io.github.ghpackages.it.ItCase
import java.time.Duration
import java.time.Instant

ItCase.start(basedir, context) { github ->
    // Like an Enterprise Server: at github.com's pace this case would take minutes.
    github.limits().none()
    def first = Instant.parse('2024-01-01T00:00:00Z')
    github.state().publish('acme/shop', 'com.example.thousand:shop', 1000, { "1.$it.0".toString() }, first, Duration.ofHours(6))
}
