package io.github.ghpackages.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.report.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plans and journals that each release wrote can still be read. {@code SamplesTest} carries them out. */
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
        assertThat(PlanFile.read(folder.resolve("again.json"))).isEqualTo(plan);
        assertThat(plan.packages())
                .flatExtracting(StoredPlan.StoredPackage::versions)
                .filteredOn(StoredPlan.StoredVersion::delete)
                .hasSize(times("\"verdict\":\"delete\"", sample))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("journals")
    void each_line_of_a_journal_is_one_that_the_schema_describes(Path sample) throws IOException {
        assertThat(Files.readAllLines(sample))
                .allSatisfy(line ->
                        assertThat(Schemas.faults("journal", line)).as(line).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("journals")
    void a_journal_tells_what_can_be_undone(Path sample) throws IOException {
        assertThat(JournalReader.read(sample).toUndo()).hasSize(times("\"outcome\":\"deleted\"", sample));
    }

    private static int times(String text, Path file) throws IOException {
        return Files.readString(file).split(text, -1).length - 1;
    }
}
