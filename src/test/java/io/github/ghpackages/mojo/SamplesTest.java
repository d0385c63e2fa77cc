package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plan of the newest release can be carried out, and its journals can be undone. {@code mvn test -Dtest=SamplesTest -Dsamples=write}
 * writes the samples of the version in the pom, before it is released.
 */
@MojoTest
class SamplesTest extends MojoSetting {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    /** When a run took place; of a version, the times have another form. */
    private static final Pattern TIME_OF_RUN = Pattern.compile("(\"createdAt\": |\"at\":|\"startedAt\":)\"[^\"]+\"");

    private static final List<String> OF_APP =
            List.of("1.4-SNAPSHOT", "1.3", "1.3-SNAPSHOT", "1.2", "1.1", "1.0", "0.9-größe-lts");

    SamplesTest(@TempDir Path folder) {
        super(folder);
        build.typed("apiUrl", github.url())
                .typed("registryUrl", github.registryUrl("acme", "app"))
                .typed("packages", "com.example.*");
    }

    /** The samples of the newest release. */
    static Path newest() throws IOException {
        try (Stream<Path> releases = Files.list(SAMPLES)) {
            return releases.max(Comparator.comparing(
                            (Path release) -> new org.apache.maven.artifact.versioning.ComparableVersion(
                                    Objects.requireNonNull(release.getFileName())
                                            .toString())))
                    .orElseThrow();
        }
    }

    private static boolean isToWrite() {
        return "write".equals(System.getProperty("samples"));
    }

    @BeforeEach
    void publish() {
        publish("acme/app", APP, 4);
        publish("acme/app", LIB, 2);
        github.state().publish("acme/app", APP, "0.9-größe-lts", DAY);
        github.state().deployBuild("acme/app", APP, "1.3-SNAPSHOT", DAY);
        github.state().deployBuild("acme/app", APP, "1.4-SNAPSHOT", DAY);
        github.state().downloads("acme", APP, "1.0", 6000);
    }

    @Test
    void the_plan_is_carried_out_and_the_journals_are_undone(
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "keepReleases", value = "1")
                    @MojoParameter(name = "keepSnapshots", value = "1")
                    @MojoParameter(name = "deleteReleasedSnapshots", value = "true")
                    @MojoParameter(name = "keepVersions", value = "*-lts")
                    @MojoParameter(name = "planFile", value = "plan.json")
                    PruneVersionsMojo plan,
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "applyPlan", value = "plan.json")
                    @MojoParameter(name = "dryRun", value = "false")
                    @MojoParameter(name = "journal", value = "prune-of-now.jsonl")
                    PruneVersionsMojo apply,
            @InjectMojo(goal = "restore-version") @MojoParameter(name = "journal", value = "prune.jsonl")
                    RestoreVersionMojo restore,
            @InjectMojo(goal = "delete-package")
                    @MojoParameter(name = "packages", value = "com.example:lib")
                    @MojoParameter(name = "dryRun", value = "false")
                    @MojoParameter(name = "journal", value = "delete-package-of-now.jsonl")
                    DeletePackageMojo delete,
            @InjectMojo(goal = "restore-package") @MojoParameter(name = "journal", value = "delete-package.jsonl")
                    RestorePackageMojo restorePackage)
            throws Exception {
        if (isToWrite()) {
            plan.execute();
        } else {
            take("plan.json");
        }
        apply.execute();
        assertThat(github.state().active("acme", APP))
                .containsExactlyInAnyOrder("1.4-SNAPSHOT", "1.3", "1.0", "0.9-größe-lts");
        assertThat(github.state().active("acme", LIB)).containsExactly("1.1");

        forgetRuns();
        take("prune.jsonl");
        build.typed("packages", "com.example:app");
        restore.execute();
        assertThat(github.state().active("acme", APP)).containsExactlyInAnyOrderElementsOf(OF_APP);

        build.typed("packages", "com.example:lib");
        delete.execute();
        assertThat(github.state().exists("acme", LIB)).isFalse();
        forgetRuns();
        take("delete-package.jsonl");
        restorePackage.execute();
        assertThat(github.state().active("acme", LIB)).containsExactly("1.1");
        if (isToWrite()) {
            write();
        }
    }

    /** An undo skips what a later run has deleted again, and the runs of today are later than the sample. */
    private void forgetRuns() throws IOException {
        if (!isToWrite()) {
            Files.delete(folder.resolve(".m2/ghpackages/index.jsonl"));
        }
    }

    /** Puts a sample into the folder of the build; while samples are written, what the build wrote itself. */
    private void take(String name) throws IOException {
        Path file = folder.resolve(name);
        String text = isToWrite()
                ? Files.readString(folder.resolve(name.replace(".jsonl", "-of-now.jsonl")))
                : Files.readString(newest().resolve(name))
                        .replace("https://maven.pkg.github.com", github.url())
                        .replace("https://api.github.com", github.url());
        // A plan is valid for seven days, and a journal tells deletions from later ones by their times.
        Files.writeString(file, TIME_OF_RUN.matcher(text).replaceAll("$1\"" + Instant.now() + "\""));
    }

    private void write() throws IOException {
        String version = build.goal("prune-versions")
                .getMojoDescriptor()
                .getPluginDescriptor()
                .getVersion();
        Path to = Files.createDirectories(SAMPLES.resolve(version));
        Files.copy(Path.of("src/test/resources/contract.txt"), to.resolve("contract.txt"));
        Path restored;
        try (Stream<Path> journals = Files.list(folder.resolve(".m2/ghpackages"))) {
            restored = journals.filter(file -> file.getFileName().toString().startsWith("restore-"))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }
        for (Path file : List.of(
                folder.resolve("plan.json"),
                folder.resolve("prune.jsonl"),
                folder.resolve("delete-package.jsonl"),
                restored)) {
            String name = file.equals(restored)
                    ? "restore.jsonl"
                    : Objects.requireNonNull(file.getFileName()).toString();
            Files.writeString(
                    to.resolve(name),
                    Files.readString(file)
                            .replace(github.url() + "/acme/app", "https://maven.pkg.github.com/acme/app")
                            .replace(github.url(), "https://api.github.com")
                            .replaceFirst("\"where\":\\{[^}]*}", "\"where\":{\"host\":\"build-7\",\"user\":\"me\"}"));
        }
    }
}
