import io.github.ghpackages.it.Commands
import io.github.ghpackages.it.ItCase

ItCase.start(basedir, context) { github ->
    ['shop', 'one'].each { module ->
        ['1.1.0', '1.2.0', '1.3.0'].each { github.state().publish('acme/shop', "com.example.released:$module", it) }
    }
    Commands.repository(basedir, 'v1.4.0')
    // What the build of the checkout is given.
    context.userProperties['arguments'] = "-Dghpackages.apiUrl=${github.url()} -Dgithub.registry=${github.url()}".toString()
    // As release:prepare leaves it.
    new File(basedir, 'release.properties').text = """\
        completedPhase=end-release
        scm.url=scm:git:file://${basedir.path.replace('\\', '/')}
        scm.tag=v1.4.0
        """.stripIndent()
}
