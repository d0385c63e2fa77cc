import io.github.ghpackages.it.ItCase

ItCase.start(basedir, context) { github ->
    def ids = ['1.0.0', '1.0.0.1', '1.1.0', '1.2.0', '1.3.0', '1.4.0'].collectEntries {
        [it, github.state().publish('acme/shop', 'com.example.exact:shop', it)]
    }
    context.userProperties.setProperty('id.of.1.2.0', ids['1.2.0'].toString())
}
