import io.github.ghpackages.it.ItCase

ItCase.verify(context) { ran ->
    ran.buildSays(1, '1.3.0', '1.0.0')
    ran.noBuildSays('ghp_it')
    // Maven 4 does not even start with such settings.
    if (!mavenVersion.startsWith('4')) {
        ran.buildSays(2, 'troubleshooting.html#no-token')
    }
}
