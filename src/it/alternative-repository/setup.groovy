import io.github.ghpackages.it.ItCase

ItCase.start(basedir, context) { github ->
    github.accounts().organisation('umbrella', 'octocat').repository('umbrella/shop')
    ['umbrella/shop', 'acme/shop'].each { repository ->
        ['1.0.0', '1.1.0', '1.2.0', '1.3.0'].each { github.state().publish(repository, 'com.example.fork:app', it) }
    }
    // As a workflow of the fork sets it on the command line.
    context.userProperties.setProperty('altDeploymentRepository', "github::${github.registryUrl('acme', 'shop')}".toString())
}
