import groovy.json.JsonSlurper
import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    // Debian's Maven 3.8 always ends with an escape sequence.
    def out = ran.log().readLines().findAll { !(it =~ /^(Running|Finished) (pre|post)-build script/) }.join('\n').replace('\u001b[0m', '')
    def listed = new JsonSlurper().parseText(out)
    assert listed.warnings == []
    assert listed.packages*.name == ['com.example.json.shop']
    assert listed.packages[0].exists
    assert listed.packages[0].versions*.name == ['1.3.0', '1.2.0', '1.1.0', '1.0.0']
}
