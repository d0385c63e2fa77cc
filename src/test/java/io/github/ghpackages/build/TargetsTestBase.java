package io.github.ghpackages.build;

import io.github.ghpackages.build.TargetResolver.Given;
import io.github.ghpackages.build.TargetResolver.Parameters;
import io.github.ghpackages.reactor.FakeReactor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** What targets are found from. */
class TargetsTestBase {

    static final String GITHUB_COM = "https://maven.pkg.github.com/acme/app";
    static final String SHARED_HOST = "https://ghes.corp/_registry/maven/acme/app";
    static final String SUBDOMAIN = "https://maven.ghes.corp/acme/app";

    final Map<String, String> environment = new HashMap<>();
    final Map<String, String> serverApis = new HashMap<>();
    final Properties userProperties = new Properties();

    @TempDir
    private Path folder;

    TargetResolver targets(
            @Nullable Given apiUrl, @Nullable Given registryUrl, @Nullable String owner, @Nullable String serverId) {
        return new TargetResolver(
                session(), new Parameters(apiUrl, registryUrl, owner, serverId), environment, serverApis);
    }

    /** Only for what the user says: the projects are made one by one. */
    private MavenSession session() {
        FakeReactor workspace = FakeReactor.ofPoms(folder);
        workspace.request().setUserProperties(userProperties);
        return workspace.session();
    }

    static Given user(String value) {
        return new Given(value, true);
    }

    static Given pom(String value) {
        return new Given(value, false);
    }

    MavenProject deployingTo(String id, String url) {
        return project("1.0", repository("repository", id, url));
    }

    MavenProject project(String version, String management, String... more) {
        return FakeReactor.ofPoms(folder)
                .pom(
                        "app",
                        "com.example:app:" + version,
                        "<distributionManagement>" + management + "</distributionManagement>" + String.join("", more))
                .project("app");
    }

    static String repository(String element, String id, String url) {
        return "<" + element + "><id>" + id + "</id><url>" + url + "</url></" + element + ">";
    }

    /** As Maven makes it up where there is no pom. */
    static MavenProject withoutPom() {
        Model model = new Model();
        model.setGroupId("org.apache.maven");
        model.setArtifactId("standalone-pom");
        model.setVersion("1");
        return new MavenProject(model);
    }

    static @Nullable String registryUrl(Target target) {
        Registry registry = target.registry();
        return registry == null ? null : registry.url().toString();
    }
}
