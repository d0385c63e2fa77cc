package io.github.ghpackages.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.report.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plans and journals that each release wrote can still be read. A release adds a folder of its own to the samples. */
class EarlierReleasesTest {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");

    @TempDir
    Path folder;

    private static List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.endsWith(name)).sorted().toList();
        }
    }

    static List<Path> plans() throws IOException {
        return files("plan.json");
    }

    static List<Path> journals() throws IOException {
        return Stream.of(files("prune.jsonl"), files("delete-package.jsonl"), files("restore.jsonl"))
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void a_plan_is_read_whole(Path sample) throws IOException {
        StoredPlan plan = PlanFile.read(sample);
        PlanFile.write(folder.resolve("again.json"), plan);

        assertThat(Schemas.faults("plan", Files.readString(sample))).isEmpty();
        assertThat(Files.readString(folder.resolve("again.json"))).isEqualTo(Files.readString(sample));
        assertThat(plan.packages())
                .flatExtracting(StoredPlan.StoredPackage::versions)
                .filteredOn(StoredPlan.StoredVersion::delete)
                .extracting(StoredPlan.StoredVersion::name)
                .containsExactly("1.3-SNAPSHOT", "1.2", "1.1", "1.0", "1.0");
    }

    @ParameterizedTest
    @MethodSource("journals")
    void each_line_of_a_journal_is_one_that_the_schema_describes(Path sample) throws IOException {
        assertThat(Files.readAllLines(sample))
                .allSatisfy(line ->
                        assertThat(Schemas.faults("journal", line)).as(line).isEmpty());
    }

    @Test
    void the_journal_of_a_prune_tells_what_can_be_restored() throws IOException {
        assertThat(files("prune.jsonl"))
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(JournalReader.read(sample).toUndo())
                        .extracting(entry -> entry.ref() + ":"
                                + Objects.requireNonNull(entry.version()).name())
                        .containsExactlyInAnyOrder(
                                "acme/com.example.app:1.1",
                                "acme/com.example.app:1.2",
                                "acme/com.example.app:1.3-SNAPSHOT",
                                "acme/com.example.lib:1.0"));
    }

    @Test
    void the_journal_of_a_package_tells_its_versions() throws IOException {
        assertThat(files("delete-package.jsonl"))
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(JournalReader.read(sample).toUndo())
                        .singleElement()
                        .satisfies(entry -> assertThat(entry.packageVersions())
                                .extracting("name")
                                .containsExactly("1.1")));
    }
}
