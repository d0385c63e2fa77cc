import io.github.ghpackages.it.ItCase
import java.time.Duration
import java.time.Instant

ItCase.start(basedir, context) { github ->
    def old = Instant.now() - Duration.ofDays(400)
    def shop = 'com.example.redeployed:shop'
    ['1.0.0-SNAPSHOT', '1.1.0-SNAPSHOT', '1.3.0-SNAPSHOT'].each { github.state().deploySnapshot('acme/shop', shop, it, old) }
    // One has no maven-metadata.xml, the other an invalid one.
    github.state().publish('acme/shop', shop, '1.2.0-SNAPSHOT', old)
    github.state().file('acme', shop, '1.3.0-SNAPSHOT', 'maven-metadata.xml', 'Sign in'.bytes)
}
