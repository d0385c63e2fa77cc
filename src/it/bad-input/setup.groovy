import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.Fault
import io.github.ghpackages.stub.When

ItCase.start(basedir, context) { github ->
    ['1.0.0', '1.1.0', '1.2.0', '1.3.0'].each { github.state().publish('acme/shop', 'com.example.bad:shop', it) }
    github.accounts().organisation('umbrella', 'octocat').repository('umbrella/shop')
    github.state().publish('umbrella/shop', 'com.example.bad:shop', '1.4.0-SNAPSHOT')
    github.fault(When.path('behind-a-web-page'), Fault.html(200))
}
