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
    void a_table_after_the_packages_is_in_no_fold_and_one_after_a_remark_is_a_table() {
        StepSummary summary = new StepSummary("x", 1 << 20);
        summary.add(List.of(new Block.Heading("2 packages"), new Block.Item("acme/a, acme/b")));
        summary.add(ofPackage("acme/c", 1).subList(1, 4));
        Table last = new Table(List.of("PACKAGE"));
        last.row(List.of("acme/d"));

        assertThat(summary.end(List.of(last, END.get(0)), List.of()))
                .contains("- acme/a, acme/b\n\n| DELETED |")
                .contains("</details>\n\n| PACKAGE |\n| --- |\n| acme/d |");
    }

    @Test
    void never_has_more_than_its_room() {
        for (int room = 1; room < 600; room += 7) {
            StepSummary summary = new StepSummary("ghpackages:prune-versions", room);
            summary.add(ofPackage("acme/a", 9));
            assertThat(summary.end(END, List.of()).length()).isLessThanOrEqualTo(room);
        }
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
