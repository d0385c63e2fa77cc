import io.github.ghpackages.it.ItCase
import java.time.Instant

ItCase.start(basedir, context) { github ->
    def state = github.state()
    ['once', 'again-haunted', 'again-healthy'].each { artifact ->
        ['1.0.0', '1.1.0', '1.2.0', '1.3.0'].each { state.publish('acme/shop', "com.example.ghost:$artifact", it) }
    }
    // Listed as the newest version although it is gone: the first once, the second every time.
    state.ghost('acme', 'com.example.ghost:once', '1.4.0', Instant.now(), 1)
    state.ghost('acme', 'com.example.ghost:again-haunted', '1.4.0', Instant.now(), 1000)
}
