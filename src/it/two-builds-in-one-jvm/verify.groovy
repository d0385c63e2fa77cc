import io.github.ghpackages.it.ItCase
import io.github.ghpackages.it.ResidentMaven
import io.github.ghpackages.it.RunningMaven

ItCase.verify(context) { ran ->
    def other = context['other']
    try {
        def settings = new File(basedir.parentFile, 'interpolated-settings.xml')
        def others = new File(basedir, 'other-settings.xml')
        others.text = settings.text.replace('<password>ghp_it</password>', '<password>ghp_other</password>')
        def build = { file, hub, goals ->
            [file.path, "-Dghpackages.apiUrl=${hub.url()}", "-Dgithub.registry=${hub.url()}"] + goals
        }
        def home = RunningMaven.home(basedir)
        def tests = new File(ResidentMaven.protectionDomain.codeSource.location.toURI())
        def path = ["$home/conf/logging", "$home/lib/*", "$home/boot/*", tests]
        def command = [System.getProperty('java.home') + '/bin/java', "-Dmaven.home=$home", "-Duser.home=$basedir", '-cp',
            path.join(File.pathSeparator), ResidentMaven.name, localRepositoryPath, basedir]
        command += build(settings, ran.github(), ['-Dghpackages.keepReleases=2', 'deploy']) + '--'
        command += build(others, other, ['-Dghpackages.keepReleases=3', 'deploy']) + '--'
        command += build(settings, ran.github(), ['ghpackages:list-versions'])
        def log = new File(basedir, 'resident.log')
        def builder = new ProcessBuilder(command*.toString()).redirectErrorStream(true).redirectOutput(log)
        builder.environment().keySet().removeIf { it.startsWith('GITHUB_') }
        assert builder.start().waitFor() == 0 : log.text

        // Each build had its own GitHub, token and rules, and the third has nothing of the second.
        assert ran.active('com.example.resident.shop') == ['1.4.0', '1.3.0']
        assert other.state().active('acme', 'com.example.resident.shop') == ['1.4.0', '1.3.0', '1.2.0']
        def third = log.text.split('Scanning for projects...', -1)[3]
        assert third.contains('1 package, 2 versions') && third.contains(ran.github().url()) && !third.contains(other.url())
    } finally {
        other.close()
    }
}
