import io.github.ghpackages.it.ItCase

// The company has released its pom: Maven 4 looks for it when it makes the poms of the modules for their users.
def released = new File(localRepositoryPath, 'com/example/profiled/company/1/company-1.pom')
released.parentFile.mkdirs()
released.text = new File(basedir, 'company/pom.xml').text

ItCase.start(basedir, context) { github ->
    ['parent', 'one', 'two'].each { module ->
        ['1.0.0', '1.1.0', '1.2.0', '1.3.0'].each { github.state().publish('acme/shop', "com.example.profiled:$module", it) }
    }
}
