import io.github.ghpackages.it.ItCase
import io.github.ghpackages.stub.When

ItCase.verify(context) { ran ->
    assert ran.github().deleted() == []
    assert ran.github().count(When.method('GET')) == ran.github().requests().size()
    assert ran.active('com.example.dry.shop').size() == 4
    ran.buildSays(1, '1.1.0', '1.0.0', 'delete')
}
