import io.github.ghpackages.http.TestProxy
import io.github.ghpackages.it.ItCase
import io.github.ghpackages.it.RunningMaven

// As mvn install does; invoker:install, which installs the plugin for the cases, does not.
new File(localRepositoryPath, 'io/github/ghpackages/maven-metadata-local.xml').text = '''\
<metadata>
  <plugins>
    <plugin>
      <name>ghpackages</name>
      <prefix>ghpackages</prefix>
      <artifactId>ghpackages-maven-plugin</artifactId>
    </plugin>
  </plugins>
</metadata>
'''

ItCase.start(basedir, context) { github ->
    ['1.0.0', '1.1.0'].each { github.state().publish('acme/shop', 'com.example.settings:shop', it) }
    github.accounts().token('ghp_YOUR_TOKEN', 'octocat', 'repo', 'read:packages')
    def proxy = new TestProxy('me', 'proxy-secret')
    def port = github.url().replaceFirst('.*:', '')

    // What the page leaves to the reader, and what only this case has: where the local repository is.
    def known = [
        '{jSMOWnoPFgsHVpMvz5VrIt5kRbzGpI8u+9EF1iFQyJQ=}': '{apX8RtBAZnsHYeexpGgxOBkludZTblzYIYWl32Q/PB4=}',
        'YOUR-LOGIN': 'octocat',
        'proxy.example.com': '127.0.0.1',
        '<port>8080</port>': "<port>${proxy.port()}</port>".toString(),
        'https://ghe.example.com/api/v3': github.url()
    ]
    def environment = [
        GITHUB_TOKEN: 'ghp_it', LIBRARIES_TOKEN: 'ghp_it', APPLICATIONS_TOKEN: 'ghp_nobody',
        PROXY_PASSWORD: 'proxy-secret', COMPANY_PASSWORD: 'ghp_nobody', MAVEN_MASTER_PASSWORD: 'correct-horse'
    ]
    // The API is this machine, and its name is known only to the proxy.
    def beyond = ["-Dghpackages.apiUrl=http://github.example.test:$port".toString(), '-Dghpackages.allowHttp=true',
        '-Dghpackages.owner=acme', '-Dghpackages.packages=com.example.settings:shop']
    def arguments = [
        'Encrypted by Maven 3': ['-Dsettings.security=settings-security.xml'],
        'Encrypted by Maven 4': ['-Dmaven.settings.security=settings-security4.xml'],
        'A server for each repository': ['-Dghpackages.serverId=github-libraries'],
        'The prefix without a pom': ['-Dghpackages.owner=acme', '-Dghpackages.packages=com.example.settings:shop'],
        'A proxy': beyond
    ]

    def profiles = new File(basedir.parentFile, 'interpolated-settings.xml').text.replaceFirst(/(?s).*<\/servers>/, '')
    def page = new File(basedir, '../../../src/site/markdown/settings.md').text
    def ran = []
    page.split('\n## ').drop(1).each { section ->
        def title = section.readLines().first()
        def settings = section.replaceFirst(/(?s).*?```xml\n/, '').replaceFirst(/(?s)\n```.*/, '')
        known.each { from, to -> settings = settings.replace(from, to) }
        def withPom = title != 'The prefix without a pom'
        def folder = withPom ? basedir : new File(basedir, 'without-pom')
        folder.mkdirs()
        def name = title.replace(' ', '-')
        def file = new File(basedir, name + '.xml')
        file.text = settings.replace('</settings>', '') + profiles
        if (title != 'Encrypted by Maven 4' || mavenVersion.startsWith('4')) {
            def words = ['-s', file.path, 'ghpackages:list-versions'] + (arguments[title] ?: [])
            // This section is about naming the API in settings.xml.
            def properties = new Properties()
            context.userProperties.each { key, value ->
                if (title != 'GitHub Enterprise Server' || key != 'ghpackages.apiUrl') {
                    properties[key] = value
                }
            }
            RunningMaven.start(folder, context + [userProperties: properties], localRepositoryPath, name, words, environment).succeeds()
            ran << new File(folder, name + '.log').path
        }
        assert (title == 'A proxy') == !proxy.requests().empty : title
        if (title == 'A proxy') {
            proxy.close()
            proxy = new TestProxy('me', 'proxy-secret')
        }
    }
    proxy.close()
    new File(basedir, 'logs.txt').text = ran.join('\n')
}
