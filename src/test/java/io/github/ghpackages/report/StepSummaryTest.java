package io.github.ghpackages.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepSummaryTest {

    private static final List<Block> END = List.of(new Block.Line("3 of 9 versions deleted.", Style.HEADING));

    private static List<Block> ofPackage(String name, int versions) {
        Table table = new Table(List.of("DELETED", "REASON"));
        for (int i = 0; i < versions; i++) {
            table.row(List.of("1." + i, "2nd newest of 2 releases"));
        }
        return List.of(new Block.Heading(name), table, new Block.Item("kept 1 release: 2.0"), new Block.Gap());
    }

    @Test
    void has_the_totals_first_and_each_package_folded() {
        StepSummary summary = new StepSummary("ghpackages:prune-versions", 1 << 20);
        summary.add(ofPackage("acme/a", 1));
        Table overview = new Table(List.of("PACKAGE", "DELETED"));
        overview.row(List.of("acme/a", "1"));

        assertThat(summary.end(END, List.of(overview))).isEqualTo("""
                        ## ghpackages:prune-versions

                        3 of 9 versions deleted.

                        | PACKAGE | DELETED |
                        | --- | --- |
                        | acme/a | 1 |

                        <details><summary>acme/a</summary>

                        | DELETED | REASON |
                        | --- | --- |
                        | 1.0 | 2nd newest of 2 releases |

                        - kept 1 release: 2.0

                        </details>


                        """);
    }

    @Test
    void is_cut_with_a_note_where_the_runner_would_refuse_it() {
        StepSummary summary = new StepSummary("ghpackages:prune-versions", 100_000);
        for (int i = 0; i < 100; i++) {
            summary.add(ofPackage("acme/module" + i, 50));
        }
        String text = summary.end(END, List.of());

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000);
        assertThat(text)
                .contains("3 of 9 versions deleted.")
                .endsWith("The rest is left out: a summary has at most 1 MiB. The report in the log or in outputFile is"
                        + " complete.\n\n");
        assertThat(text.split("<details>", -1)).hasSameSizeAs(text.split("</details>", -1));
    }

    @Test
    void a_name_of_markup_ends_no_fold() {
        StepSummary summary = new StepSummary("x", 1 << 20);
        summary.add(ofPackage("acme/</summary></details><script>", 1));

        assertThat(summary.end(END, List.of()))
                .contains("<summary>acme/&lt;/summary&gt;&lt;/details&gt;&lt;script&gt;</summary>")
                .doesNotContain("<script>");
    }
}
