package io.github.ghpackages.report;

import static io.github.ghpackages.report.ReportSamples.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.ServerTime;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.report.PruneReport.Show;
import io.github.ghpackages.report.ReportFile.Format;
import io.github.ghpackages.retention.KeepNewest;
import io.github.ghpackages.retention.PackageHistory;
import io.github.ghpackages.retention.Plan;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.retention.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan of 41 packages with 60 versions each, as Chromium shows it; where Chromium is not installed, the page is only written. */
class HtmlInBrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PAGE = Path.of("target/report-sample.html");

    private static PackageHistory history(int number) {
        List<PackageVersion> versions = new ArrayList<>();
        for (int i = 0; i < 59; i++) {
            versions.add(ReportSamples.version(100L * number + i, "1." + (60 - i) + "." + number, 7 * i + number));
        }
        versions.add(ReportSamples.version(100L * number + 59, "0.<script>alert(" + number + ")</script>", 500));
        return new PackageHistory(
                ref("com.example.shop." + (number == 7 ? "<img src=x onerror=alert(1)>" : "module" + number)),
                null,
                versions,
                Map.of(),
                List.of());
    }

    private static String page() {
        Policy policy = new Policy.Builder()
                .rule(new KeepNewest(VersionKind.RELEASE, 10))
                .build();
        List<PackageHistory> histories = new ArrayList<>();
        for (int number = 0; number < 41; number++) {
            histories.add(history(number));
        }
        Plan plan = Planner.by(policy).plan(histories, new ServerTime(ReportSamples.NOW, ReportSamples.NOW));
        return ReportSamples.written(
                ReportSamples.pruneReport(Show.ALL, true, null, List.of(), plan, Map.of()), Format.HTML);
    }

    @Test
    void shows_every_version_and_its_filter_and_nothing_that_a_name_asks_for(@TempDir Path profile) throws Exception {
        Files.writeString(PAGE, page());
        assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not installed");

        Path dom = profile.resolve("dom.html");
        Process chromium = new ProcessBuilder(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + profile.resolve("profile"),
                        "--dump-dom",
                        PAGE.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(chromium.waitFor(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS))
                .isTrue();

        String shown = Files.readString(dom);
        assertThat(shown).contains("<p class=\"filter\"><label>").doesNotContain("<img");
        assertThat(shown.split("<tr class=", -1)).hasSize(1 + 41 * 60 + 41);
        assertThat(shown.split("<script>", -1)).hasSize(2);
    }
}
