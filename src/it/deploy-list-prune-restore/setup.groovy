context.userProperties['github.registry'] = new File(basedir, 'target/registry').toURI().toString()
return
