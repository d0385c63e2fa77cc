package io.github.ghpackages.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.reactor.FakeReactor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Other plugins replace what Maven has read of a project while the build runs: what is known of the reactor stays. */
class ReplacedPomTest {

    private static final String POM = "<packaging>pom</packaging>";
    private static final String EXTRA = "<profiles><profile><id>extra</id><modules><module>x/pom.xml</module></modules>"
            + "<dependencies><dependency><groupId>com.acme</groupId><artifactId>lib</artifactId><version>1.2</version>"
            + "</dependency></dependencies></profile></profiles>";

    @TempDir
    private Path folder;

    private FakeReactor workspace;

    @BeforeEach
    void start() {
        workspace = FakeReactor.ofTwoPoms(folder);
    }

    /** What flatten-maven-plugin does with {@code outputDirectory} below {@code target}. */
    private static void flatten(MavenProject project) {
        project.setPomFile(inTarget(project, ".flattened-pom.xml"));
        project.setOriginalModel(new Model());
    }

    /** What maven-shade-plugin does with {@code dependencyReducedPomLocation} below {@code target}: the folder moves too. */
    private static void shade(MavenProject project) {
        project.setFile(inTarget(project, "reduced.xml"));
    }

    private static File inTarget(MavenProject project, String name) {
        Path file = ReactorProjects.pom(project)
                .orElseThrow()
                .resolveSibling("target")
                .resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "<project/>");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return file.toFile();
    }

    static List<Consumer<MavenProject>> plugins() {
        return List.of(ReplacedPomTest::flatten, ReplacedPomTest::shade);
    }

    private MavenSession session(Consumer<MavenProject> plugin, String... folders) {
        MavenSession session = workspace.session(folders);
        session.getAllProjects().forEach(plugin);
        return session;
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void a_build_that_was_started_in_a_module_stays_partial(Consumer<MavenProject> plugin) {
        assertThat(PartialBuild.of(session(plugin, "a")))
                .hasValue("com.example:a is a module of com.example:parent, whose other modules this build leaves out,"
                        + " because it was not started there.");
        assertThat(PartialBuild.of(session(plugin, "b")))
                .as("a module that is listed by its file")
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void so_does_one_in_a_module_whose_aggregator_is_not_its_parent(Consumer<MavenProject> plugin) {
        workspace
                .pom("far", "com.example:agg:1", POM, "<modules><module>b/c/pom.xml</module></modules>")
                .pom("far/b/c", "com.example:c:1");

        assertThat(PartialBuild.of(session(plugin, "far/b/c"))).isPresent();
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void a_whole_build_stays_whole(Consumer<MavenProject> plugin) {
        assertThat(PartialBuild.of(session(plugin, ".", "a", "b"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void modules_of_a_profile_that_is_not_active_are_still_known(Consumer<MavenProject> plugin) {
        workspace.pom("more", "com.example:more:1", POM, EXTRA).pom("more/x", "com.example:x:1");

        assertThat(PartialBuild.of(session(plugin, "more")))
                .hasValue("com.example:more has the module x/pom.xml in its profile extra, which this build leaves"
                        + " out because the profile is not active.");
        assertThat(PartialBuild.of(session(plugin, "more", "more/x")))
                .as("the profile is active")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void what_the_first_pom_names_in_a_profile_stays_guarded(Consumer<MavenProject> plugin) {
        workspace.pom("more", "com.example:more:1", POM, EXTRA);

        assertThat(PomReferences.of(session(plugin, "more")).of(PackageName.maven("com.acme", "lib")))
                .extracting(PomReference::version)
                .containsExactly("1.2");
    }

    @Test
    void two_poms_in_one_folder_are_two_modules() throws IOException {
        workspace
                .pom("two", "com.example:two:1", POM, EXTRA.replace("x/pom.xml", "x/other.xml"))
                .pom("two/x", "com.example:x:1");
        Files.copy(folder.resolve("two/x/pom.xml"), folder.resolve("two/x/other.xml"));

        assertThat(PartialBuild.of(workspace.session("two", "two/x"))).isPresent();
    }

    @Test
    void a_first_pom_that_cannot_be_read_any_more_stops_the_run() throws IOException {
        MavenSession session = session(ReplacedPomTest::flatten, "a");
        Files.delete(folder.resolve("a/pom.xml"));

        assertThatThrownBy(() -> PomReferences.of(session)).isInstanceOfSatisfying(PackagesException.class, failure -> {
            assertThat(failure.id()).isEqualTo(PackagesException.Id.POMS_NOT_READABLE);
            assertThat(failure.tried()).isEqualTo("Reading " + folder.resolve("a/pom.xml") + " again failed.");
        });
    }

    @Test
    void a_pom_of_another_kind_is_known_by_what_maven_made_of_it() throws IOException {
        workspace.pom("more", "com.example:more:1", POM, EXTRA);
        MavenSession session = workspace.session("more");
        Files.writeString(folder.resolve("more/pom.xml"), "modelVersion: 4.0.0");

        assertThat(PomReferences.of(session).of(PackageName.maven("com.acme", "lib")))
                .hasSize(1);
    }

    @Test
    void a_version_that_is_replaced_during_the_build_stays_guarded() {
        String bom = "<dependencyManagement><dependencies><dependency><groupId>com.acme</groupId>"
                + "<artifactId>bom</artifactId><version>${project.version}</version><type>pom</type>"
                + "<scope>import</scope></dependency></dependencies></dependencyManagement>";
        workspace.elsewhere("com.acme:bom:1", POM).pom("more", "com.example:more:1", POM, bom);
        MavenSession session = workspace.session("more");
        MavenProject project = session.getAllProjects().get(0);
        Map<String, MavenProject> byKey = new HashMap<>(Map.of("com.example:more:1", project));
        session.setProjectMap(byKey);
        project.setVersion("2");
        project.setArtifact(
                new DefaultArtifact("com.example", "more", "3", null, "pom", null, new DefaultArtifactHandler("pom")));

        PomReferences named = PomReferences.of(session);

        assertThat(named.of(PackageName.maven("com.example", "more")))
                .extracting(PomReference::version)
                .containsExactly("1", "2", "3");
        assertThat(named.of(PackageName.maven("com.acme", "bom")))
                .extracting(PomReference::version)
                .containsExactly("1");
    }
}
