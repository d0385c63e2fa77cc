import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.When

ItCase.verify(context) { ran ->
    ['acme': '/orgs/acme/packages', 'octocat': '/user/packages', 'monalisa': '/users/monalisa/packages'].each { owner, path ->
        assert ran.github().state().active(owner, 'com.example.owners.shop').toSet() == ['1.3.0', '1.2.0'].toSet()
        assert ran.github().count(When.deleting() & When.path(path)) == 2
    }
}
