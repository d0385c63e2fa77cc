import io.github.ghpackages.it.ItCase

ItCase.start(basedir, context) { github ->
    github.accounts().token('ghp_reader', 'octocat', 'repo', 'read:packages')
    github.state().publish('acme/shop', 'com.example.access:shop', '1.0.0')
}
