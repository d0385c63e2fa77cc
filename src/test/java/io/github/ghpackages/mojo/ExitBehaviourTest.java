package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How a goal ends where no outcome of a version decides it. The contract has the lines of {@code exits.txt}: a goal, the properties
 * that are typed, and {@code ends well} or the id of the error. The package {@code com.example:app} has 1.0, 1.1 and 1.2; the token
 * may not restore.
 */
@MojoTest
class ExitBehaviourTest extends MojoSetting {

    ExitBehaviourTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
        github.accounts().token("ghp_exits", "octocat", "repo", "read:packages", "delete:packages");
        build.server("github", "ghp_exits");
    }

    static List<String> exits() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/exits.txt"))) {
            return lines.filter(line -> !line.isBlank()).toList();
        }
    }

    @BeforeEach
    void publish() {
        publish("acme/app", APP, 3);
    }

    @ParameterizedTest
    @MethodSource("exits")
    void ends_as_the_contract_says(
            String line,
            @InjectMojo(goal = "list-versions") ListVersionsMojo listVersions,
            @InjectMojo(goal = "list-packages") ListPackagesMojo listPackages,
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo pruneVersions,
            @InjectMojo(goal = "delete-version") DeleteVersionMojo deleteVersion,
            @InjectMojo(goal = "restore-version") RestoreVersionMojo restoreVersion,
            @InjectMojo(goal = "delete-package") DeletePackageMojo deletePackage,
            @InjectMojo(goal = "restore-package") RestorePackageMojo restorePackage,
            @InjectMojo(goal = "compact-snapshots") CompactSnapshotsMojo compactSnapshots,
            @InjectMojo(goal = "check-access") CheckAccessMojo checkAccess)
            throws Exception {
        String[] parts = line.split(": ", 2);
        String[] words = parts[0].split(" ");
        for (String property : List.of(words).subList(1, words.length)) {
            build.typed(property.split("=", 2)[0], property.split("=", 2)[1]);
        }
        Mojo goal = switch (words[0]) {
            case "list-versions" -> listVersions;
            case "list-packages" -> listPackages;
            case "prune-versions" -> pruneVersions;
            case "delete-version" -> deleteVersion;
            case "restore-version" -> restoreVersion;
            case "delete-package" -> deletePackage;
            case "restore-package" -> restorePackage;
            case "compact-snapshots" -> compactSnapshots;
            case "check-access" -> checkAccess;
            default -> throw new IllegalArgumentException(words[0]);
        };

        assertThat(end(goal)).as(parts[0]).isEqualTo(parts[1]);
    }

    private static String end(Mojo goal) throws MojoExecutionException {
        try {
            goal.execute();
            return "ends well";
        } catch (MojoFailureException failure) {
            return "fails with " + (failure.getCause() instanceof PackagesException known ? known.id() : failure);
        }
    }
}
