import io.github.ghpackages.it.Commands
import io.github.ghpackages.it.ItCase

ItCase.start(basedir, context) { github ->
    ['shop', 'one'].each { module ->
        ['0', '1.1.0', '1.2.0', '1.3.0'].each { github.state().publish('acme/shop', "com.example.branched:$module", it) }
    }
    Commands.repository(basedir, 'v1.4.0')
    Commands.git(basedir, 'checkout', '--quiet', 'v1.4.0')
}
