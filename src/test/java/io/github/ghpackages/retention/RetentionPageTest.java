package io.github.ghpackages.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.report.PruneReport;
import io.github.ghpackages.report.PruneReport.Look;
import io.github.ghpackages.report.PruneReport.Show;
import io.github.ghpackages.report.ReportFile;
import io.github.ghpackages.report.Screen;
import io.github.ghpackages.retention.Policy.KeepPer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The plans that the page on retention shows are those that its policies make. After a change that is meant to be,
 * {@code mvn test -Dtest=RetentionPageTest -Dretention.page=write} writes them anew.
 */
class RetentionPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/retention.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("(<!-- plan: ([\\w-]+) -->\n)(.*?)(<!-- end -->\n)", Pattern.DOTALL);

    private static Map<String, String> examples() {
        Map<String, String> examples = new LinkedHashMap<>();
        add(
                examples,
                "count",
                "keepReleases=3",
                History.of("app")
                        .version("1.10", 5)
                        .version("1.9.1", 2)
                        .version("1.9", 9)
                        .version("1.2", 60)
                        .version("1.2-rc1", 70));
        add(
                examples,
                "qualified",
                "keepReleases=2",
                History.of("app")
                        .version("3.0.0", 9)
                        .version("2.3.1", 20)
                        .version("2.3.0", 30)
                        .version("3.0.0.1.my-branch", 3)
                        .version("3.0.0-3b4ea12", 2)
                        .version("3.0.0-0abc123", 1));
        add(examples, "lines", "keepReleases=2 keepPer=minor", lines());
        add(examples, "newest-lines", "keepReleases=2 keepPer=major keepLines=2", lines());
        add(
                examples,
                "age",
                "keepSnapshotsNewerThan=30d",
                History.of("app")
                        .snapshot("1.3-SNAPSHOT", 200, 0)
                        .snapshot("1.2-SNAPSHOT", 300, 90)
                        .version("1.1-SNAPSHOT", 400));
        add(
                examples,
                "union",
                "keepReleases=1 keepReleasesNewerThan=30d",
                History.of("app").version("2.0", 40).version("1.9.8", 10).version("1.9.7", 50));
        add(examples, "versions", "keepReleases=1 versions=1.*", History.with("2.0", "1.2", "1.1"));
        add(
                examples,
                "protection",
                "keepReleases=2 keepVersions=1.0,*-LTS",
                History.with("3.0", "2.1", "2.0-LTS", "1.1", "1.0"));
        add(
                examples,
                "released",
                "deleteReleasedSnapshots=true releasedSnapshotsGrace=7d",
                History.of("app")
                        .version("1.3-SNAPSHOT", 1)
                        .version("1.2", 3)
                        .version("1.2-SNAPSHOT", 3)
                        .version("1.1", 40)
                        .version("1.1-SNAPSHOT", 50));
        add(
                examples,
                "gone-branches",
                "deleteGoneBranches=true branchVersions=*-{branch}-SNAPSHOT goneBranchGrace=7d",
                History.of("app")
                        .version("1.3-SNAPSHOT", 1)
                        .snapshot("1.3-fix-login-SNAPSHOT", 60, 30)
                        .goneBranch("1.3-fix-login-SNAPSHOT", "branch fix-login")
                        .snapshot("1.3-search-SNAPSHOT", 40, 2)
                        .goneBranch("1.3-search-SNAPSHOT", "branch search")
                        .snapshot("1.3-checkout-SNAPSHOT", 40, 20));
        add(examples, "no-place", "keepReleases=1", History.with("main", "2.0", "1.0"));
        add(
                examples,
                "guard",
                "keepReleases=1",
                History.with("2.0", "1.1", "1.0").guard("1.0", "referenced as a dependency in com.example:web"));
        add(
                examples,
                "coherence",
                "keepReleases=2",
                History.of("app")
                        .version("3.0", 1)
                        .version("2.0", 30)
                        .version("1.0", 60)
                        .inGroup("reactor"),
                History.of("core")
                        .firstId(10)
                        .version("2.0", 30)
                        .version("1.0", 60)
                        .inGroup("reactor"));
        add(
                examples,
                "last-version",
                "keepReleasesNewerThan=30d keepSnapshots=0 versions=*",
                History.of("app").version("2.0-SNAPSHOT", 1).version("1.1", 40).version("1.0", 50));
        add(examples, "tripwire", "keepReleases=1 maxDeletionShare=50", History.with("3.0", "2.0", "1.0"));
        return examples;
    }

    private static History lines() {
        return History.with("2.0.1", "2.0.0", "1.4.2", "1.4.1", "1.4.0", "1.3.9", "0.9");
    }

    private static void add(Map<String, String> examples, String name, String parameters, History... histories) {
        List<String> lines = new ArrayList<>(List.of("```text", "mvn ghpackages:prune-versions \\"));
        String[] each = parameters.split(" ", -1);
        for (int i = 0; i < each.length; i++) {
            lines.add("    -Dghpackages." + each[i] + (i < each.length - 1 ? " \\" : ""));
        }
        lines.add("");
        Plan plan = Plans.plan(policy(each), histories);
        var log = new ReportFile.Log(lines::add, warning -> {}, false, Screen.PLAIN);
        var report = new PruneReport(
                new ReportFile(log, ReportFile.Format.TABLE, null, "test", ReportFile.Ci.NONE),
                new Look(true, Show.ALL, Set.of(), History.NOW));
        plan.packages().forEach(planned -> report.done(planned, Map.of()));
        report.stops(plan.stops());
        report.end();
        lines.add("```");
        examples.put(name, lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n")));
    }

    private static Policy.Builder policy(String... parameters) {
        Map<String, String> values = Stream.of(parameters)
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        Policy.Builder policy = new Policy.Builder().rules(new RuleValues(values));
        values.keySet().removeAll(Policy.ruleParameters());
        values.forEach((name, value) -> {
            switch (name) {
                case "keepPer" -> policy.keepPer(KeepPer.valueOf(value.toUpperCase(Locale.ROOT)));
                case "keepLines" -> policy.keepLines(Integer.parseInt(value));
                case "versions" -> policy.versions(Plans.selection(value.split(",", -1)));
                case "keepVersions" -> policy.keepVersions(Plans.patterns(value.split(",", -1)));
                case "releasedSnapshotsGrace", "branchVersions", "goneBranchGrace" -> {} // read by their rules
                case "maxDeletionShare" -> policy.maxDeletionShare(Double.parseDouble(value));
                default -> throw new AssertionError(name);
            }
        });
        return policy;
    }

    @Test
    void explains_each_rule_under_a_heading_that_names_its_parameter() throws IOException {
        List<String> headings = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("#"))
                .toList();
        assertThat(Policy.ruleParameters())
                .allSatisfy(rule -> assertThat(headings).anyMatch(heading -> heading.contains("`" + rule + "`")));
    }

    @Test
    void shows_the_plans_that_its_policies_make() throws IOException {
        Map<String, String> examples = examples();
        String page = Files.readString(PAGE);
        List<String> shown = new ArrayList<>();
        String expected = EXAMPLE.matcher(page).replaceAll(example -> {
            shown.add(example.group(2));
            return Matcher.quoteReplacement(example.group(1) + examples.get(example.group(2)) + example.group(4));
        });
        assertThat(shown).containsExactlyElementsOf(examples.keySet());
        if (System.getProperty("retention.page", "").equals("write")) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page)
                    .as("if the plans are meant to change: mvn test -Dtest=RetentionPageTest -Dretention.page=write")
                    .isEqualTo(expected);
        }
    }
}
