package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.journal.PolicyValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictInputTest {

    private static final String PRUNE = "prune-versions";

    @TempDir
    private Path folder;

    private Build build;

    @BeforeEach
    void start() {
        build = new Build(folder);
    }

    private PackagesException refusal() {
        return refusal(PRUNE);
    }

    private PackagesException refusal(String goal) {
        return catchThrowableOfType(
                PackagesException.class, () -> build.input(goal).check());
    }

    private static void assertTexts(PackagesException refusal, Id id, String tried, String reason, String remedy) {
        assertThat(refusal.id()).isEqualTo(id);
        assertThat(refusal.tried()).isEqualTo(tried);
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.remedy()).isEqualTo(remedy);
    }

    @Test
    void what_all_goals_know_passes_without_a_word() {
        build.typed("keepReleases", "5").typed("dryRun", "false").typed("state", "all");
        build.configuration("<owner>acme</owner><versions><version>1.*</version><version>2.*</version></versions>");
        build.pomProperty("keepVersions", "1.0");

        assertThat(build.input(PRUNE).check()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "keepRelease, keepReleases",
        "dryrun, dryRun",
        "jornal, journal",
        "deleteReleasedSnapshot, deleteReleasedSnapshots",
        "keepReleaseNewerThan, keepReleasesNewerThan"
    })
    void an_unknown_property_is_refused_and_the_nearest_one_named(String typed, String meant) {
        build.typed(typed, "5");

        assertTexts(
                refusal(),
                Id.UNKNOWN_PARAMETER,
                "Reading the property ghpackages." + typed + " failed.",
                "No goal of this plugin has such a parameter.",
                "Did you mean ghpackages." + meant + "? Nothing was changed.");
    }

    @Test
    void an_unknown_configuration_element_is_refused_and_the_nearest_one_named() {
        build.configuration("<keepVersion>1.0</keepVersion>");

        assertTexts(
                refusal(),
                Id.UNKNOWN_PARAMETER,
                "Reading the configuration element <keepVersion> failed.",
                "No goal of this plugin has such a parameter.",
                "Did you mean keepVersions? Nothing was changed.");
    }

    @Test
    void an_unknown_element_of_the_execution_is_refused() {
        build.execution("prune", "<maxDeletion>5</maxDeletion>");

        PackagesException refusal = catchThrowableOfType(
                PackagesException.class,
                () -> build.input(build.bound(PRUNE, "prune")).check());
        assertThat(refusal.remedy()).startsWith("Did you mean maxDeletions?");
        assertThat(build.input(build.bound(PRUNE, "another")).check()).isEmpty();
    }

    @Test
    void an_unknown_property_in_maven_opts_is_refused() {
        build.systemProperty("keepVersoins", "1.0");

        assertThat(refusal().remedy()).startsWith("Did you mean ghpackages.keepVersions?");
    }

    @Test
    void a_typing_error_among_the_properties_of_the_pom_is_refused() {
        build.pomProperty("keepVersion", "1.0");

        assertTexts(
                refusal(),
                Id.UNKNOWN_PARAMETER,
                "Reading the property ghpackages.keepVersion of the pom failed.",
                "No goal of this plugin has such a parameter.",
                "Did you mean ghpackages.keepVersions? Nothing was changed.");
    }

    @Test
    void the_pom_may_have_properties_of_its_own() {
        build.pomProperty("plugin.version", "1.0").pomProperty("organisation", "acme");

        assertThat(build.input(PRUNE).check()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"detail", "goal", "lineLength", "session", "execution", "project"})
    void parameters_of_the_help_goal_and_of_maven_are_unknown(String name) {
        build.typed(name, "true");

        assertThat(refusal().id()).isEqualTo(Id.UNKNOWN_PARAMETER);
    }

    @Test
    void another_goals_parameter_that_is_nearly_one_of_this_goal_is_warned_of() {
        build.typed("version", "1.*");

        assertThat(build.input(PRUNE).check())
                .containsExactly("ghpackages.version has no effect on prune-versions; its parameter is"
                        + " ghpackages.versions.");
        assertThat(build.input("restore-version").check()).isEmpty();
    }

    @Test
    void another_goals_parameter_in_an_execution_is_refused() {
        build.execution("prune", "<version>1.*</version><keepReleases>2</keepReleases>", PRUNE);

        assertTexts(
                catchThrowableOfType(
                        PackagesException.class,
                        () -> build.input(build.bound(PRUNE, "prune")).check()),
                Id.UNKNOWN_PARAMETER,
                "Reading the configuration element <version> of the execution prune failed.",
                "prune-versions has no such parameter.",
                "Did you mean versions? Nothing was changed.");
    }

    @Test
    void an_execution_may_have_the_parameters_of_all_its_goals_and_those_of_the_plugin() {
        build.configuration("<builds>true</builds>")
                .execution("report", "<builds>true</builds><state>all</state>", PRUNE, "list-versions");

        assertThat(build.input(build.bound(PRUNE, "report")).check()).isEmpty();
    }

    @Test
    void another_goals_parameter_at_the_plugin_is_warned_of_until_this_goals_own_is_given() {
        build.configuration("<version>1.*</version>");

        assertThat(build.input(PRUNE).check())
                .containsExactly("<version> has no effect on prune-versions; its parameter is <versions>.");

        build.typed("versions", "1.*");
        assertThat(build.input(PRUNE).check()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothing_is_deleted_beside_a_parameter_of_another_goal_that_is_not_run(boolean typed) {
        if (typed) {
            build.typed("version", "1.*");
        } else {
            build.pomProperty("version", "1.*");
        }

        assertTexts(
                catchThrowableOfType(
                        PackagesException.class, () -> build.input(PRUNE).refuseMisplaced()),
                Id.UNKNOWN_PARAMETER,
                "Reading ghpackages.version failed.",
                "prune-versions has no such parameter, nor has another goal of this command.",
                "Did you mean ghpackages.versions? If not, leave it out. Nothing was changed.");

        build.typed("versions", "1.*");
        assertThatNoException().isThrownBy(() -> build.input(PRUNE).refuseMisplaced());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ghpackages:delete-version", "io.github.ghpackages:ghpackages-maven-plugin:restore-version@x"})
    void a_command_may_give_the_parameters_of_all_its_goals(String other) {
        build.typed("version", "1.0").request().setGoals(List.of("ghpackages:" + PRUNE, other));

        assertThatNoException().isThrownBy(() -> build.input(PRUNE).refuseMisplaced());
    }

    @Test
    void a_phase_may_run_all_goals_that_the_pom_binds() {
        build.execution("prune", "", PRUNE).execution("undo", "", "restore-version");
        build.typed("version", "1.0").request().setGoals(List.of("deploy"));

        assertThatNoException()
                .isThrownBy(() -> build.input(build.bound(PRUNE, "prune")).refuseMisplaced());
    }

    @Test
    void ids_to_delete_need_no_names_beside_them() {
        build.configuration("<versions>1.*</versions>").typed("versionId", "17");

        assertThat(build.input("delete-version").check()).isEmpty();
        assertThatNoException().isThrownBy(() -> build.input("delete-version").refuseMisplaced());
    }

    @Test
    void hostile_names_are_made_harmless() {
        build.typed("\u001b[2Jowner", "x");

        assertThat(refusal().getMessage()).contains("\\u001b[2Jowner").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "versions",
                "packages",
                "owner",
                "applyPlan",
                "version",
                "versionId",
                "journal",
                "dryRun",
                "keepReleases"
            })
    void what_is_present_but_empty_is_refused(String name) {
        for (String empty : new String[] {"", "  ", ",", " , ,"}) {
            build.typed(name, empty);

            assertTexts(
                    refusal(),
                    Id.INVALID_PARAMETER,
                    "Reading ghpackages." + name + " failed.",
                    "It is present but empty.",
                    "Give it a value, or leave it out. Nothing was changed.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<versions/>",
                "<versions></versions>",
                "<versions>  </versions>",
                "<versions><versions/></versions>",
                "<versions><versions>1.0</versions><versions> </versions></versions>"
            })
    void an_empty_configuration_element_is_refused(String xml) {
        build.configuration(xml);

        assertTexts(
                refusal(),
                Id.INVALID_PARAMETER,
                "Reading <versions> failed.",
                "It is present but empty.",
                "Give it a value, or leave it out. Nothing was changed.");
    }

    @Test
    void an_empty_property_of_the_pom_is_refused_where_nothing_overrides_it() {
        build.pomProperty("versions", "");

        assertThat(refusal().tried()).isEqualTo("Reading ghpackages.versions failed.");

        build.typed("versions", "1.*");
        assertThat(build.input(PRUNE).check()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<keepVersions/>", "<keepVersions><v> </v></keepVersions>"})
    void an_empty_protection_is_the_same_as_none(String xml) {
        build.configuration(xml);
        assertThat(build.input(PRUNE).check()).isEmpty();

        build = new Build(folder).typed("keepVersions", "");
        assertThat(build.input(PRUNE).check()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<keepVersions>${protected}</keepVersions>",
                "<keepVersions>1.0,${protected}</keepVersions>",
                "<keepVersions><keepVersions>1.0</keepVersions><keepVersions>${protected}</keepVersions></keepVersions>"
            })
    void an_unset_property_is_refused_so_that_no_protection_is_lost(String xml) {
        build.configuration(xml);

        PackagesException refusal = refusal();
        assertThat(refusal.id()).isEqualTo(Id.INVALID_PARAMETER);
        assertThat(refusal.tried()).isEqualTo("Reading <keepVersions> failed.");
        assertThat(refusal.reason()).endsWith("${protected}\" names a property that is not set.");
        assertThat(refusal.remedy()).isEqualTo("Set the property, or write the value. Nothing was changed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<versions>${computed}</versions>",
                "<versions>${computed},${computed}</versions>",
                "<packages>${computed}</packages>",
                "<packages><package>com.example:app</package><package>${computed}</package></packages>"
            })
    void what_turns_out_empty_when_the_goal_runs_is_refused(String xml) {
        build.project().getProperties().setProperty("computed", " ");
        build.configuration(xml);

        assertThat(refusal().reason()).isEqualTo("It is present but empty.");
    }

    @Test
    void a_protection_may_turn_out_empty() {
        build.project().getProperties().setProperty("computed", "");
        build.configuration("<keepVersions>${computed}</keepVersions>");

        assertThat(build.input(PRUNE).check()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<v>1.0*,1.1*</v>", "<v>1.0*</v><v>${computed}</v>"})
    void a_comma_inside_a_nested_element_is_refused_since_no_version_has_one(String nested) {
        build.project().getProperties().setProperty("computed", "1.0*,1.1*");
        build.configuration("<keepVersions>" + nested + "</keepVersions>");

        assertTexts(
                refusal(),
                Id.INVALID_PARAMETER,
                "Reading <keepVersions> failed.",
                "\"1.0*,1.1*\" is one nested element, so that its comma would be a part of one text.",
                "Write an element for each, or all of them with commas and without nested elements. Nothing was changed.");
    }

    @Test
    void commas_without_nested_elements_separate() {
        build.project().getProperties().setProperty("computed", "1.0*,1.1*");
        build.configuration("<keepVersions>2.*,${computed}</keepVersions>");

        assertThat(build.input(PRUNE).check()).isEmpty();
    }

    @Test
    void an_unset_property_on_the_command_line_is_refused() {
        build.typed("owner", "${no.such}");

        assertThat(refusal().reason()).isEqualTo("\"${no.such}\" names a property that is not set.");
    }

    @Test
    void what_maven_can_resolve_passes() {
        build.configuration("<outputFile>${session.executionRootDirectory}/list.json</outputFile>");

        assertThat(build.input(PRUNE).check()).isEmpty();
    }

    @Test
    void a_value_that_the_pom_would_drown_is_refused() {
        build.configuration("<keepVersions>1.0</keepVersions>").typed("keepVersions", "1.0,1.1");

        assertTexts(
                refusal(),
                Id.INVALID_PARAMETER,
                "Reading ghpackages.keepVersions failed.",
                "The pom's <configuration> gives keepVersions too, and Maven lets it win over the command line.",
                "Leave one of them out, or let the pom give it as the property ghpackages.keepVersions, which the command"
                        + " line overrides. Nothing was changed.");
    }

    @Test
    void the_same_value_in_both_places_passes() {
        build.configuration("<keepReleases>5</keepReleases><dryRun>false</dryRun>")
                .typed("keepReleases", "5")
                .typed("dryRun", "true");

        assertThat(build.input(PRUNE).check()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryRun", "skip"})
    void true_wins_from_everywhere(String name) {
        assertThat(build.input(PRUNE).saysTrueAnywhere(name, null)).isFalse();
        assertThat(build.input(PRUNE).saysTrueAnywhere(name, "false")).isFalse();
        assertThat(build.input(PRUNE).saysTrueAnywhere(name, "true")).isTrue();
        assertThat(new Build(folder).typed(name, "true").input(PRUNE).saysTrueAnywhere(name, "false"))
                .isTrue();
        assertThat(new Build(folder).systemProperty(name, "true").input(PRUNE).saysTrueAnywhere(name, "false"))
                .isTrue();
        assertThat(new Build(folder)
                        .pomProperty(name, "true")
                        .typed(name, "false")
                        .input(PRUNE)
                        .saysTrueAnywhere(name, "false"))
                .isTrue();
    }

    @Test
    void each_place_says_true_or_false_and_nothing_else() {
        build.typed("dryRun", "true").pomProperty("dryRun", "yes");

        PackagesException refusal = catchThrowableOfType(
                PackagesException.class, () -> build.input(PRUNE).saysTrueAnywhere("dryRun", "true"));
        assertThat(refusal.reason()).isEqualTo("\"yes\" is not understood: only true and false are accepted.");
    }

    @Test
    void knows_where_each_value_comes_from() {
        build.configuration("<owner>acme</owner>")
                .typed("owner", "ignored")
                .typed("keepReleases", "5")
                .pomProperty("keepReleases", "6")
                .systemProperty("keepSnapshots", "1")
                .pomProperty("keepSnapshots", "2")
                .pomProperty("keepPrereleases", "3");
        Map<String, String> values = new TreeMap<>(Map.of(
                "owner", "acme", "keepReleases", "5", "keepSnapshots", "1", "keepPrereleases", "3", "dryRun", "true"));

        assertThat(build.input(PRUNE).withSources(values))
                .isEqualTo(Map.of(
                        "owner", new PolicyValue("acme", "pom.xml"),
                        "keepReleases", new PolicyValue("5", "command line"),
                        "keepSnapshots", new PolicyValue("1", "system property"),
                        "keepPrereleases", new PolicyValue("3", "property of the pom"),
                        "dryRun", new PolicyValue("true", "default")));
    }
}
