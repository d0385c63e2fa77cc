package io.github.ghpackages.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private static final String LONG =
            "2.0.0-feature-a-very-long-name-of-a-branch-that-nobody-can-read-at-once-20261123-SNAPSHOT";

    private static Table table(String name, String reason) {
        Table table = new Table(List.of("VERSION", "CHANGED", "REASON"));
        table.row(List.of(name, "2 days ago", reason), Style.ALARM);
        return table;
    }

    private static List<String> lines(Screen screen, Block... blocks) {
        return screen.lines(List.of(blocks));
    }

    @Test
    void a_wide_terminal_shows_in_one_line_what_a_narrow_one_wraps() {
        Table table = table(
                "1.0", "referenced as a dependency in the module com.example:app-with-a-long-name, and as a parent");

        assertThat(lines(new Screen(160, false), table)).hasSize(2);
        assertThat(lines(new Screen(80, false), table))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(73));
    }

    @Test
    void no_screen_counts_as_narrower_than_80_columns() {
        assertThat(new Screen(40, false)).isEqualTo(new Screen(80, false));
    }

    @Test
    void a_long_name_has_a_line_of_its_own_and_is_cut_in_the_middle() {
        assertThat(lines(Screen.PLAIN, table(LONG, "too old")))
                .contains("  2.0.0-feature-a-very-long-name-of-a-branch-tha...once-20261123-SNAPSHOT");
        assertThat(lines(new Screen(160, false), table(LONG, "too old")))
                .contains("  " + LONG + "  2 days ago  too old");
    }

    @Test
    void no_row_is_wider_than_the_screen_however_many_columns_there_are() {
        Table table = new Table(List.of("VERSION", "CHANGED", "OUTCOME", "REASON"));
        table.row(List.of(
                "2.0.0-a-branch-SNAPSHOT", "1200 days ago", "not attempted", "3rd newest of 4 snapshots, and more"));

        assertThat(lines(Screen.PLAIN, table))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(73));
    }

    @Test
    void colours_are_around_whole_lines_that_say_the_same_without_them() {
        var blocks =
                new Block[] {new Block.Heading("acme/app"), table("1.0", "refused"), new Block.Item("keep 1 release")};

        List<String> coloured = lines(new Screen(80, true), blocks);

        assertThat(coloured)
                .containsExactly(
                        "\u001b[1macme/app\u001b[0m",
                        "\u001b[2m  VERSION  CHANGED     REASON\u001b[0m",
                        "\u001b[31m  1.0      2 days ago  refused\u001b[0m",
                        "  keep 1 release");
        assertThat(coloured.stream().map(line -> line.replaceAll("\u001b\\[[0-9]*m", "")))
                .containsExactlyElementsOf(lines(Screen.PLAIN, blocks));
    }

    @Test
    void no_name_smuggles_in_an_escape_code() {
        assertThat(lines(new Screen(80, true), new Block.Heading("\u001b[2Jx"), table("\u001b[31mred", "\u001b[0m")))
                .allSatisfy(line -> assertThat(line.substring(Math.min(4, line.length())))
                        .doesNotContain("\u001b[2J", "\u001b[31mred"));
    }
}
