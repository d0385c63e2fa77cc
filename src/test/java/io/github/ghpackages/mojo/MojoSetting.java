package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.reactor.FakeReactor;
import io.github.ghpackages.report.Schemas;
import io.github.ghpackages.stub.StubGitHub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.api.di.Provides;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the tests of goals share: a build in a folder that is the user's home as well, and a stub. */
@ExtendWith(TypedParameters.class)
abstract class MojoSetting {

    static final String APP = "com.example:app";
    static final String LIB = "com.example:lib";
    static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

    /** What a test writes into a journal to damage it. */
    static final String DAMAGED = "damaged";

    private static final String HOME = System.getProperty("user.home");

    final StubGitHub github = StubGitHub.start();
    final Path folder;
    final FakeReactor build;

    MojoSetting(Path folder) {
        this.folder = folder;
        build = FakeReactor.ofApp(folder)
                .typed("outputFile", "report.json")
                .typed("format", "json")
                .server("github", github.accounts().adminToken("octocat", "acme/app", "other/app"));
    }

    /** For a build whose poms don't say where it deploys. */
    final void ofOwner(String owner) {
        build.typed("apiUrl", github.url()).typed("owner", owner);
    }

    @Provides
    MavenProject project() {
        return build.project();
    }

    @Provides
    MavenSession session() {
        return build.session();
    }

    @Provides
    MojoExecution execution() {
        return build.goal("prune-versions");
    }

    /** Where journals go by default. */
    @BeforeEach
    void moveHome() {
        System.setProperty("user.home", folder.toString());
    }

    /** Whatever a goal wrote must be what the manual's schemas say. */
    @AfterEach
    void checkReport() throws IOException {
        Path report = folder.resolve("report.json");
        if (Files.exists(report) && Files.readString(report).startsWith("{\n")) {
            Assertions.assertThat(Schemas.of(report()))
                    .as("the schemas that describe %s", report())
                    .isNotEmpty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                checkStored(file);
            }
        }
    }

    private static void checkStored(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (text.startsWith("{\"type\":\"header\"") && !text.contains(DAMAGED)) {
            Files.readAllLines(file)
                    .forEach(line -> Assertions.assertThat(Schemas.faults("journal", line))
                            .as(line)
                            .isEmpty());
        }
        if (text.startsWith("{\n  \"schema\": 1,\n  \"pluginVersion\"")) {
            Assertions.assertThat(Schemas.faults("plan", Files.readString(file)))
                    .isEmpty();
        }
    }

    @AfterEach
    void stop() {
        System.setProperty("user.home", HOME);
        github.close();
    }

    /** Releases 1.0, 1.1 and so on. */
    void publish(String repository, String packageName, int count) {
        github.state().publish(repository, packageName, count, i -> "1." + i, DAY, Duration.ofDays(1));
    }

    String report() throws IOException {
        return Files.readString(folder.resolve("report.json"));
    }

    static PackagesException refusal(Mojo mojo) {
        MojoFailureException failure = Assertions.assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(mojo::execute)
                .actual();
        return (PackagesException) Objects.requireNonNull(failure.getCause());
    }

    /** What the tests of a reactor of one owner share: two modules, each with the releases 1.0, 1.1 and 1.2. */
    abstract static class TwoModuleSetting extends MojoSetting {

        final MavenProject lib = build.module("lib");

        TwoModuleSetting(Path folder) {
            super(folder);
            ofOwner("acme");
        }

        @BeforeEach
        void publish() {
            publish("acme/app", APP, 3);
            publish("acme/app", LIB, 3);
        }

        List<String> versionsOf(String packageName) {
            return github.state().active("acme", packageName);
        }
    }
}
