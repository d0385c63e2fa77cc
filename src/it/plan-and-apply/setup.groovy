import io.github.ghpackages.it.ItCase
import java.time.Duration
import java.time.Instant

ItCase.start(basedir, context) { github ->
    github.accounts().organisation('globex', 'octocat').repository('globex/shop')
    def old = Instant.now() - Duration.ofDays(100)
    def shop = 'com.example.plan:shop'
    ['1.0.0', '1.1.0', '1.2.0', '1.3.0'].each { github.state().publish('acme/shop', shop, it, old) }
    ['1.0.0-SNAPSHOT', '1.1.0-SNAPSHOT'].each { github.state().deploySnapshot('acme/shop', shop, it, old) }
}
