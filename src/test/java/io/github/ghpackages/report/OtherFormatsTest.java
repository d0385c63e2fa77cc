package io.github.ghpackages.report;

import static io.github.ghpackages.report.ReportSamples.APP;
import static io.github.ghpackages.report.ReportSamples.dryRun;
import static io.github.ghpackages.report.ReportSamples.listReport;
import static io.github.ghpackages.report.ReportSamples.listed;
import static io.github.ghpackages.report.ReportSamples.ref;
import static io.github.ghpackages.report.ReportSamples.version;
import static io.github.ghpackages.report.ReportSamples.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.report.ReportFile.Format;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Markdown, CSV and HTML, from the rows of the table and the JSON. */
class OtherFormatsTest {

    private static final List<String> HOSTILE = List.of(
            "1.0|2|3",
            "=HYPERLINK(\"https://evil\")",
            "-1+1",
            "@octocat fixes #1",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "`code`",
            "[a](https://evil)",
            "::error::x",
            "a,b\"c\nd",
            "</title></svg>&amp;",
            "# heading",
            "*bold*_x_",
            "www.evil.example",
            "\u001b[31mred",
            "\\|\\",
            "$x$");

    private static final Pattern UNESCAPED_BAR = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\|");

    @Test
    void markdown_has_the_rows_of_the_table() {
        assertThat(written(dryRun(), Format.MARKDOWN)).startsWith("""
                        ### acme/com.example.app: 6 versions (4 releases, 1 prerelease, 1 snapshot), 5 to keep, 1 to delete

                        | VERSION | CHANGED | PLAN | REASON |
                        | --- | --- | --- | --- |
                        | 1.3.0-SNAPSHOT | 2 days ago | keep | last changed 2 days ago (keepSnapshotsNewerThan=30d) |
                        """);
    }

    @Test
    void csv_has_the_fields_of_the_json_one_row_for_each_version() {
        String[] lines = written(dryRun(), Format.CSV).split("\r\n", -1);

        assertThat(lines[0])
                .isEqualTo("apiUrl,owner,package,id,version,kind,changedAt,verdict,rule,reason,outcome,message");
        assertThat(lines[1])
                .startsWith("https://api.github.com,acme,com.example.app,")
                .endsWith(",1.3.0-SNAPSHOT,snapshot,2026-11-21T10:15:30Z,keep,keepSnapshotsNewerThan,"
                        + "last changed 2 days ago (keepSnapshotsNewerThan=30d),,");
        assertThat(lines).hasSize(8);
    }

    @Test
    void csv_never_begins_a_cell_like_a_formula_and_never_breaks_a_row() {
        for (String name : HOSTILE) {
            String csv = written(list(name), Format.CSV);
            assertThat(csv.split("\r\n", -1)).as(name).hasSize(3);
            assertThat(CsvFormat.cell(name)).doesNotMatch("\"?[=+@-].*");
        }
    }

    @Test
    void no_name_forges_markdown() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            String name = mixed(random);
            String row = written(list(name), Format.MARKDOWN)
                    .lines()
                    .filter(line -> line.startsWith("|"))
                    .skip(2)
                    .findFirst()
                    .orElseThrow();
            assertThat(UNESCAPED_BAR.matcher(row).results()).as(row).hasSize(5);
            assertThat(Markdown.escaped(name))
                    .as(name)
                    .doesNotContainPattern("(?<!\\\\)[<>`\\[\\]*_$]")
                    .doesNotContainPattern("@(?!&#8203;)")
                    .doesNotContain("\n", "\u001b", "://", "www.");
        }
    }

    @Test
    void no_name_forges_html() throws Exception {
        Random random = new Random(2);
        DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
        xml.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        for (int i = 0; i < 300; i++) {
            String name = mixed(random);
            String html = written(list(name), Format.HTML);
            String body = html.substring(html.indexOf("<main>"), html.indexOf("</main>") + "</main>".length());
            var main = xml.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(body)))
                    .getDocumentElement();
            assertThat(main.getElementsByTagName("tr").getLength()).isEqualTo(2);
            assertThat(main.getElementsByTagName("script").getLength()).isZero();
            assertThat(main.getElementsByTagName("img").getLength()).isZero();
            assertThat(main.getElementsByTagName("th").item(4).getTextContent())
                    .isEqualTo(io.github.ghpackages.text.SafeText.harmless(name));
        }
    }

    @Test
    void html_has_totals_a_timeline_and_all_versions_in_one_file() {
        String html = written(dryRun(), Format.HTML);

        assertThat(html)
                .startsWith("<!doctype html>")
                .contains("<p class=\"total\">Dry run: 1 of 6 versions in 1 package would be deleted.</p>")
                .contains("<title>1.0.1, 2026-05-07: delete, 3rd newest of 4 releases (keepReleases=2)</title>")
                .contains("<tr class=\"change\"><th scope=\"row\">1.0.1</th>")
                .doesNotContain("http://", "src=", "href=");
    }

    @Test
    void a_package_of_markup_is_a_text_in_the_timeline_too() {
        PackageRef evil = ref("com.example.<b>\"'&");
        assertThat(written(listReport(listed(evil, version(1, "1.0", 1))), Format.HTML))
                .contains("com.example.&lt;b&gt;&quot;&#39;&amp;")
                .doesNotContain("<b>");
    }

    private static ReportSamples.Sample list(String name) {
        return listReport(listed(APP, version(1, name, 10)));
    }

    /** A piece of one name after another, as whoever publishes a version may write them. */
    private static String mixed(Random random) {
        StringBuilder name = new StringBuilder("1");
        for (int i = random.nextInt(4); i >= 0; i--) {
            name.append(HOSTILE.get(random.nextInt(HOSTILE.size())));
        }
        return random.nextBoolean() ? name.toString() : name.substring(1);
    }
}
