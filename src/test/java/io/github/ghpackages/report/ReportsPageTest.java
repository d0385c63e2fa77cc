package io.github.ghpackages.report;

import static io.github.ghpackages.report.ReportSamples.APP;
import static io.github.ghpackages.report.ReportSamples.deleted;
import static io.github.ghpackages.report.ReportSamples.listReport;
import static io.github.ghpackages.report.ReportSamples.listed;
import static io.github.ghpackages.report.ReportSamples.ref;
import static io.github.ghpackages.report.ReportSamples.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageDetails;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.Result;
import io.github.ghpackages.report.CompactReport.Compacted;
import io.github.ghpackages.report.PruneReport.Show;
import io.github.ghpackages.report.RestoreReport.Restored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps the examples of the page on reports true. */
class ReportsPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/reports.md");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```(json|text)\n(.*?)\n```");

    /** What the page shows, in its order. */
    private static Map<String, Supplier<String>> examples() {
        Map<String, Supplier<String>> examples = new LinkedHashMap<>();
        Map<String, ReportSamples.Sample> samples = new LinkedHashMap<>();
        samples.put("list-versions", list());
        samples.put("prune-versions", prune());
        samples.put("restore-version", restore());
        samples.put("list-packages", packages());
        samples.put("compact-snapshots", compactions());
        samples.forEach((goal, sample) -> {
            examples.put(goal + " as a table", () -> String.join("\n", ReportSamples.table(sample)));
            examples.put(goal + " as JSON", () -> ReportSamples.json(sample).strip());
        });
        return examples;
    }

    @TestFactory
    Stream<DynamicTest> the_examples_are_what_the_plugin_writes() throws IOException {
        var page = Files.readString(PAGE);
        Map<String, Supplier<String>> examples = examples();
        if (System.getProperty("reports.page", "").equals("write")) {
            Iterator<Supplier<String>> written = examples.values().iterator();
            page = EXAMPLE.matcher(page)
                    .replaceAll(shown -> Matcher.quoteReplacement(
                            "```" + shown.group(1) + "\n" + written.next().get() + "\n```"));
            Files.writeString(PAGE, page);
        }
        List<String> shown =
                EXAMPLE.matcher(page).results().map(example -> example.group(2)).toList();
        assertThat(shown).as("the examples of the page").hasSameSizeAs(examples.entrySet());
        Iterator<String> each = shown.iterator();
        return examples.entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.getKey(),
                        () -> assertThat(each.next())
                                .as("if it is meant to change: mvn test -Dtest=ReportsPageTest -Dreports.page=write")
                                .isEqualTo(example.getValue().get())));
    }

    @Test
    void the_outcomes_are_all_explained() throws IOException {
        var page = Files.readString(PAGE);
        assertThat(Outcome.values()).allSatisfy(outcome -> assertThat(page).contains("\n| `" + outcome + "` | "));
    }

    private static ReportSamples.Sample list() {
        List<String> warnings = List.of(
                "Package acme/com.example.nope does not exist, or this token can't see it."
                        + " Did you mean com.example.app?",
                "To see a private package, a token (classic) needs the scopes read:packages and repo, and read"
                        + " access to its repository.");
        return listReport(
                warnings,
                listed(APP, version(1259730685, "1.3.0-SNAPSHOT", 79), deleted(1259730680, "1.0.1", 200, 12)),
                new ReportSamples.ListedPackage(ref("com.example.nope"), false, List.of()));
    }

    private static ReportSamples.Sample packages() {
        return file -> {
            PackagesReport report = new PackagesReport(file);
            report.add(APP, details(APP, "acme/app", 12L, "2026-11-20T10:15:30Z"));
            report.add(
                    ref("com.example.shop.checkout.web"),
                    details(ref("com.example.shop.checkout.web"), null, 3L, null));
            return report;
        };
    }

    private static ReportSamples.Sample compactions() {
        return file -> {
            CompactReport report = new CompactReport(file, true, Set.of());
            report.add(
                    APP,
                    List.of(
                            new Compacted(
                                    version(1259730690, "1.1-SNAPSHOT", 300),
                                    30,
                                    5,
                                    1_912_345L,
                                    Result.of(Outcome.PLANNED)),
                            new Compacted(
                                    version(1259730680, "1.0-SNAPSHOT", 200),
                                    40,
                                    null,
                                    null,
                                    new Result(Outcome.SKIPPED, "its maven-metadata.xml lists no builds"))));
            return report;
        };
    }

    private static PackageDetails details(
            PackageRef ref, @Nullable String repository, long versions, @Nullable String changed) {
        return new PackageDetails(
                ref.name(),
                "acme",
                repository,
                "private",
                versions,
                Instant.parse("2025-03-01T08:00:00Z"),
                changed == null ? null : Instant.parse(changed),
                "https://github.com/acme/app/packages/17");
    }

    private static ReportSamples.Sample prune() {
        return ReportSamples.pruned(
                Show.CHANGES,
                Map.of(2L, Result.of(Outcome.DELETED)),
                "/home/me/.m2/ghpackages/prune-1795428930000-3k9f2a.jsonl");
    }

    private static ReportSamples.Sample restore() {
        return ReportSamples.restoreReport(
                false,
                List.of(ReportSamples.undone(
                        "/home/me/.m2/ghpackages/prune-1795428930000-3k9f2a.jsonl", "2026-11-23T10:15:30Z")),
                List.of(),
                List.of(new ReportSamples.RestoredPackage(
                        APP,
                        List.of(
                                new Restored(1259730681L, "1.1.0", Result.of(Outcome.RESTORED)),
                                new Restored(
                                        1259730680L,
                                        "1.0.1",
                                        new Result(
                                                Outcome.CONFLICT, "a live version with this name is in the way"))))));
    }
}
