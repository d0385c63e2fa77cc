package io.github.ghpackages.report;

import static io.github.ghpackages.report.ReportSamples.API;
import static io.github.ghpackages.report.ReportSamples.APP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.Permission;
import io.github.ghpackages.report.AccessReport.PackageLine;
import io.github.ghpackages.report.AccessReport.TokenLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessFormatTest {

    @Test
    void only_what_is_known_to_be_allowed_is_ready() {
        assertThat(ReportSamples.summary(access(
                        List.of(),
                        List.of(
                                line(Permission.YES, Permission.YES),
                                line(Permission.YES, Permission.UNKNOWN),
                                line(Permission.NO, Permission.YES)))))
                .isEqualTo("3 packages, 1 ready for all goals.");
    }

    @Test
    void an_expiry_that_can_not_be_read_is_shown_as_github_writes_it() {
        var token = new TokenLine(
                API, "github", "settings.xml", "octocat", "token", null, null, "12 Oct PDT", null, null, null);
        assertThat(ReportSamples.table(access(List.of(token), List.of())))
                .contains("  expires: unreadable date: '12 Oct PDT'");
    }

    private static PackageLine line(Permission delete, Permission restore) {
        return new PackageLine(APP, true, Permission.YES, delete, restore, Permission.YES, List.of());
    }

    @Test
    void advice_that_is_broken_inside_of_a_word_begins_no_command() {
        var hostile = "a".repeat(73) + "::error::x";
        var line = new PackageLine(
                APP,
                false,
                Permission.NO,
                Permission.NO,
                Permission.UNKNOWN,
                Permission.UNKNOWN,
                List.of("Did you mean " + hostile + "?"));
        assertThat(ReportSamples.table(access(List.of(), List.of(line)))).contains("a".repeat(73), "\\u003a:error::x?");
    }

    private static ReportSamples.Sample access(List<TokenLine> tokens, List<PackageLine> packages) {
        return file -> {
            var report = new AccessReport(file, tokens);
            packages.forEach(report::add);
            return report;
        };
    }
}
