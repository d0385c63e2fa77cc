import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.Fault
import io.github.ghpackages.stub.When

ItCase.start(basedir, context) { github ->
    def ids = ['1.0.0', '1.1.0', '1.2.0', '1.3.0'].collect { github.state().publish('acme/shop', 'com.example.secret:shop', it) }

    // A server or a proxy may echo what it received: here for one of the deletions, and later for the restore.
    def forms = ItCase.oddTokenInAllForms()
    def echo = Fault.answer(422, '{"message":"No: ' + forms + '"}').header('X-GitHub-Request-Id', 'id-' + forms)
    github.fault(When.deleting().and(When.version(ids[0])), echo)
    github.fault(When.listing().and { github.deleted() as boolean }, echo)
}
