package io.github.ghpackages.report;

import static io.github.ghpackages.report.ReportSamples.APP;
import static io.github.ghpackages.report.ReportSamples.listReport;
import static io.github.ghpackages.report.ReportSamples.listed;
import static io.github.ghpackages.report.ReportSamples.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas say what they should. Each report that a test of a goal writes is checked by them in {@code MojoSetting}. */
class SchemasTest {

    private static final String DRY_RUN = ReportSamples.json(ReportSamples.dryRun());

    static List<String> names() {
        return Schemas.names();
    }

    @Test
    void a_report_is_described_by_the_schema_of_its_goal() {
        assertThat(Schemas.faults("prune", DRY_RUN)).isEmpty();
        assertThat(Schemas.of(DRY_RUN)).containsExactly("prune");
    }

    @Test
    void a_field_that_no_schema_has_is_a_fault() {
        assertThat(Schemas.faults("prune", DRY_RUN.replace("\"kind\"", "\"sort\"")))
                .anyMatch(fault -> fault.contains("'sort'"))
                .anyMatch(fault -> fault.contains("'kind'"));
    }

    @Test
    void a_value_of_another_type_is_a_fault() {
        assertThat(Schemas.faults("prune", DRY_RUN.replace("\"id\": 1,", "\"id\": \"1\",")))
                .isNotEmpty();
        assertThat(Schemas.faults("prune", DRY_RUN.replace("\"outcome\": \"planned\"", "\"outcome\": \"done\"")))
                .isNotEmpty();
        assertThat(Schemas.faults("prune", "{\"dryRun\":")).isNotEmpty();
    }

    @Test
    void fields_in_another_order_are_a_fault() {
        String swapped = DRY_RUN.replaceFirst("(\"id\": \\d+),\\s*(\"name\": \"[^\"]+\")", "$2, $1");

        assertThat(Schemas.faults("prune", swapped))
                .singleElement()
                .asString()
                .startsWith("prune.packages[].versions[] has its fields in another order: [name, id, kind,");
    }

    @Test
    void the_head_of_a_csv_file_has_the_fields_of_the_schema() {
        assertThat(head(ReportSamples.dryRun())).isEqualTo(Schemas.columns("prune"));
        List<String> withoutBuilds = Schemas.columns("list-versions").stream()
                .filter(column -> !column.equals("builds"))
                .toList();
        assertThat(head(listReport(listed(APP, version(1, "1.0", 2))))).isEqualTo(withoutBuilds);
        assertThat(head(ReportSamples.pruned(Map.of(), null))).isEqualTo(Schemas.columns("prune"));
    }

    private static List<String> head(ReportSamples.Sample sample) {
        String text = ReportSamples.written(sample, ReportFile.Format.CSV);
        return List.of(text.substring(0, text.indexOf("\r\n")).split(",", -1));
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_page_on_reports_names_each_schema(String name) throws IOException {
        assertThat(Files.readString(Path.of("src/site/markdown/reports.md"))
                        + Files.readString(Path.of("src/site/markdown/journal.md")))
                .contains("(schemas/" + name + ".schema.json)");
    }
}
