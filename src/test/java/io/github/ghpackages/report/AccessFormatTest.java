package io.github.ghpackages.report;

import static io.github.ghpackages.report.ReportSamples.APP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.Permission;
import io.github.ghpackages.report.AccessReport.PackageLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessFormatTest {

    @Test
    void advice_that_is_broken_inside_of_a_word_begins_no_command() {
        var hostile = "a".repeat(73) + "::error::x";
        var line = new PackageLine(
                APP, false, Permission.NO, Permission.NO, Permission.UNKNOWN, List.of("Did you mean " + hostile + "?"));
        assertThat(TableFormat.lines(new AccessReport(List.of(), List.of(), List.of(line))))
                .contains("a".repeat(73), "\\u003a:error::x?");
    }
}
