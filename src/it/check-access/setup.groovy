import io.github.ghpackages.it.ItCase

ItCase.start(basedir, context) { github ->
    github.accounts().token('ghp_reader', 'octocat', 'repo', 'read:packages')
    github.accounts().repository('acme/other')
    ['1.0.0', '1.1.0'].each { github.state().publish('acme/shop', 'com.example.access:shop', it) }
}
