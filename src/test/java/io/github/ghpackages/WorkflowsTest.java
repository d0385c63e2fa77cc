package io.github.ghpackages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The workflows run nobody else's code by a name that can be moved, and have no right that they don't need. These are the checks of
 * OpenSSF Scorecard (Pinned-Dependencies, Token-Permissions, Dangerous-Workflow) that need no network.
 */
class WorkflowsTest {

    private static final Path WORKFLOWS = Path.of(".github/workflows");
    private static final Pattern USES = Pattern.compile("\\buses: *(.*)");
    private static final Pattern PINNED =
            Pattern.compile("\\./\\.github/.*|[\\w.-]+/[\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");

    /** What a job may have besides reading, and no workflow as a whole. */
    private static final Map<String, Set<String>> RIGHTS = Map.of(
            "security.yml/codeql", Set.of("security-events"),
            "site.yml/publish", Set.of("pages", "id-token"),
            "release.yml/site", Set.of("pages", "id-token"),
            "release.yml/github", Set.of("contents", "id-token", "attestations"));

    /** What others can choose: a script that contains it runs what they wrote. */
    private static final Pattern CHOSEN_BY_OTHERS =
            Pattern.compile("\\$\\{\\{ *(github\\.(event|head_ref|ref_name)|inputs|secrets|needs|steps)\\b");

    static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(WORKFLOWS)) {
            return files.sorted().toList();
        }
    }

    private record Job(String name, Map<String, Object> text) {

        @SuppressWarnings("unchecked")
        List<Map<String, Object>> steps() {
            return (List<Map<String, Object>>) text.getOrDefault("steps", List.of());
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parse(Path workflow) throws IOException {
        return (Map<String, Object>)
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(workflow));
    }

    @SuppressWarnings("unchecked")
    private static List<Job> jobs(Path workflow) throws IOException {
        Map<String, Map<String, Object>> jobs = (Map<String, Map<String, Object>>)
                Objects.requireNonNull(parse(workflow).get("jobs"));
        return jobs.entrySet().stream()
                .map(job -> new Job(workflow.getFileName() + "/" + job.getKey(), job.getValue()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void each_action_is_named_by_its_commit_and_its_version(Path workflow) throws IOException {
        List<String> actions = USES.matcher(Files.readString(workflow))
                .results()
                .map(use -> use.group(1))
                .toList();

        assertThat(actions)
                .isNotEmpty()
                .allMatch(action -> PINNED.matcher(action).matches());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    @SuppressWarnings("unchecked")
    void a_workflow_may_only_read_and_a_job_has_only_the_rights_that_are_known(Path workflow) throws IOException {
        assertThat(parse(workflow).get("permissions")).isEqualTo(Map.of("contents", "read"));
        for (Job job : jobs(workflow)) {
            Map<String, String> rights = (Map<String, String>) job.text().getOrDefault("permissions", Map.of());
            Set<String> known = RIGHTS.getOrDefault(job.name(), Set.of());
            assertThat(rights)
                    .as(job.name())
                    .allSatisfy((right, level) -> assertThat(level.equals("read") || known.contains(right))
                            .as(right)
                            .isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void a_job_ends_in_time_and_its_checkout_leaves_no_token(Path workflow) throws IOException {
        for (Job job : jobs(workflow)) {
            assertThat(job.text().containsKey("timeout-minutes") || job.text().containsKey("uses"))
                    .as(job.name() + " has a time limit, or is one of another workflow")
                    .isTrue();
            assertThat(job.steps())
                    .as(job.name())
                    .filteredOn(step -> step.getOrDefault("uses", "").toString().startsWith("actions/checkout@"))
                    .allSatisfy(step -> assertThat(step.get("with"))
                            .asInstanceOf(InstanceOfAssertFactories.MAP)
                            .containsEntry("persist-credentials", false));
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void no_script_contains_what_others_can_choose(Path workflow) throws IOException {
        assertThat(Files.readString(workflow)).doesNotContain("pull_request_target", "workflow_run");
        for (Job job : jobs(workflow)) {
            assertThat(job.steps())
                    .as(job.name())
                    .extracting(step -> step.getOrDefault("run", "").toString())
                    .noneMatch(script -> CHOSEN_BY_OTHERS.matcher(script).find());
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void a_secret_is_only_where_someone_approves(Path workflow) throws IOException {
        for (Job job : jobs(workflow)) {
            if (job.text().toString().contains("secrets.")) {
                assertThat(job.text()).as(job.name()).containsKey("environment");
            }
        }
    }
}
