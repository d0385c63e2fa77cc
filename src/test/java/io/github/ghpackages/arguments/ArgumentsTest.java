package io.github.ghpackages.arguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.reactor.FakeReactor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    private static final String PRUNE = "prune-versions";

    @TempDir
    private Path folder;

    private FakeReactor build;

    @BeforeEach
    void start() {
        build = FakeReactor.ofApp(folder);
    }

    private PackagesException refusal() {
        return refusal(PRUNE);
    }

    private PackagesException refusal(String goal) {
        return catchThrowableOfType(PackagesException.class, () -> build.arguments(goal));
    }

    private static void assertTexts(PackagesException refusal, Id id, String tried, String reason, String remedy) {
        assertThat(refusal.id()).isEqualTo(id);
        assertThat(refusal.tried()).isEqualTo(tried);
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.remedy()).isEqualTo(remedy);
    }

    @Test
    void parameters_of_all_goals_cause_no_note() {
        build.typed("keepReleases", "5").typed("dryRun", "false").typed("state", "all");
        build.configuration("<owner>acme</owner><versions><version>1.*</version><version>2.*</version></versions>");
        build.pomProperty("keepVersions", "1.0");

        assertThat(build.arguments(PRUNE).warnings()).isEmpty();
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

    /** The nearest name was owner, with which the token would have become a part of a URL. */
    @ParameterizedTest
    @ValueSource(strings = {"token", "githubToken", "password"})
    void what_would_be_a_token_is_refused_and_no_other_name_offered(String typed) {
        build.typed(typed, "s3cret");

        assertThat(refusal().remedy()).startsWith("Put the token into the <password> of a <server> in settings.xml");
        assertThat(refusal()).hasMessageNotContaining("s3cret");
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
                () -> build.arguments(build.bound(PRUNE, "prune")).warnings());
        assertThat(refusal.remedy()).startsWith("Did you mean maxDeletions?");
        assertThat(build.arguments(build.bound(PRUNE, "another")).warnings()).isEmpty();
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

        assertThat(build.arguments(PRUNE).warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"detail", "goal", "lineLength", "session", "execution", "project"})
    void parameters_of_the_help_goal_and_of_maven_are_unknown(String name) {
        build.typed(name, "true");

        assertThat(refusal().id()).isEqualTo(Id.UNKNOWN_PARAMETER);
    }

    @Test
    void another_goals_parameter_in_an_execution_is_refused() {
        build.execution("prune", "<versionIds>17</versionIds><keepReleases>2</keepReleases>", PRUNE);

        assertTexts(
                catchThrowableOfType(
                        PackagesException.class,
                        () -> build.arguments(build.bound(PRUNE, "prune")).warnings()),
                Id.UNKNOWN_PARAMETER,
                "Reading the configuration element <versionIds> of the execution prune failed.",
                "prune-versions has no such parameter.",
                "Did you mean versions? Nothing was changed.");
    }

    @Test
    void an_execution_may_have_the_parameters_of_all_its_goals_and_those_of_the_plugin() {
        build.configuration("<builds>true</builds>")
                .execution("report", "<builds>true</builds><state>all</state>", PRUNE, "list-versions");

        assertThat(build.arguments(build.bound(PRUNE, "report")).warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ids_where_only_names_are_known_are_refused_if_no_other_goal_of_the_command_takes_them(boolean typed) {
        if (typed) {
            build.typed("versionIds", "17");
        } else {
            build.systemProperty("versionIds", "17");
        }

        assertTexts(
                refusal(),
                Id.UNKNOWN_PARAMETER,
                "Reading ghpackages.versionIds failed.",
                "prune-versions has no such parameter, nor has another goal of this command.",
                "Did you mean ghpackages.versions? If not, leave it out. Nothing was changed.");
        assertThat(build.arguments("delete-version").texts("versionIds")).containsExactly("17");
        assertThat(build.arguments("check-access").find("versionIds")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "versionId"})
    void the_old_names_are_unknown(String name) {
        build.typed(name, "17");

        assertThat(refusal("restore-version").remedy())
                .isEqualTo("Did you mean ghpackages." + (name.equals("version") ? "versions" : "versionIds")
                        + "? Nothing was changed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ghpackages:delete-version", "io.github.ghpackages:ghpackages-maven-plugin:restore-version@x"})
    void a_command_may_give_the_parameters_of_all_its_goals(String other) {
        build.typed("versionIds", "17").request().setGoals(List.of("ghpackages:" + PRUNE, other));

        assertThat(build.arguments(PRUNE).warnings()).isEmpty();
    }

    @Test
    void a_phase_may_run_all_goals_that_the_pom_binds() {
        build.execution("prune", "", PRUNE).execution("undo", "", "restore-version");
        build.typed("versionIds", "17").request().setGoals(List.of("deploy"));

        assertThat(build.arguments(build.bound(PRUNE, "prune")).warnings()).isEmpty();
    }

    @Test
    void hostile_names_are_made_harmless() {
        build.typed("\u001b[2Jowner", "x");

        assertThat(refusal().getMessage()).contains("\\u001b[2Jowner").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"versions", "packages", "owner", "applyPlan", "versionIds", "journal", "dryRun", "keepReleases"})
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
        assertThat(build.arguments(PRUNE).warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<keepVersions/>", "<keepVersions><v> </v></keepVersions>"})
    void an_empty_protection_is_the_same_as_none(String xml) {
        build.configuration(xml);
        assertThat(build.arguments(PRUNE).warnings()).isEmpty();

        build = FakeReactor.ofApp(folder).typed("keepVersions", "");
        assertThat(build.arguments(PRUNE).warnings()).isEmpty();
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

        assertThat(build.arguments(PRUNE).warnings()).isEmpty();
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
                "\"1.0*,1.1*\" is one nested element, so its comma would be part of the value.",
                "Write one nested element for each value, or all values with commas and without nested elements."
                        + " Nothing was changed.");
    }

    @Test
    void commas_without_nested_elements_separate() {
        build.project().getProperties().setProperty("computed", "1.0*,1.1*");
        build.configuration("<keepVersions>2.*,${computed}</keepVersions>");

        assertThat(build.arguments(PRUNE).warnings()).isEmpty();
    }

    @Test
    void an_unset_property_on_the_command_line_is_refused() {
        build.typed("owner", "${no.such}");

        assertThat(refusal().reason()).isEqualTo("\"${no.such}\" names a property that is not set.");
    }

    /** An error about a value does not show what may be a secret in it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://me:s3cret@maven.pkg.github.com/${no.such}",
                "https://maven.pkg.github.com/acme/${no.such}?access_token=s3cret",
                "https://maven.pkg.github.com/acme/app\ufffd?access_token=s3cret",
                "me:s3cret@maven.pkg.github.com/${no.such}",
                "${env.s3cret}"
            })
    void a_value_that_may_contain_a_secret_is_not_shown_whole(String value) {
        build.typed("registryUrl", value);

        assertThat(refusal()).hasMessageNotContaining("s3cret");
    }

    @Test
    void what_is_no_argument_of_a_parameter_is_shown_without_what_may_be_a_secret() {
        assertThat(Argument.of("format", "https://me:s3cret@ghes.corp").wrong("not a format", "Write another."))
                .hasMessageStartingWith("Reading format=https://ghes.corp failed.");
    }

    @Test
    void what_maven_can_resolve_passes() {
        build.configuration("<outputFile>${session.executionRootDirectory}/list.json</outputFile>");

        assertThat(build.arguments(PRUNE).warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keepVersions", "owner", "packages", "outputFile", "versions", "dryRun", "state"})
    void a_value_that_the_locale_garbled_is_refused(String name) {
        for (FakeReactor garbled : List.of(
                FakeReactor.ofApp(folder).typed(name, "*gr\ufffd\ufffde"),
                FakeReactor.ofApp(folder).systemProperty(name, "*gr\ufffd\ufffde"),
                FakeReactor.ofApp(folder).pomProperty(name, "*gr\ufffd\ufffde"),
                FakeReactor.ofApp(folder).typed(name, "1").pomProperty(name, "*gr\ufffd\ufffde"))) {
            build = garbled;

            assertThat(refusal().id()).isEqualTo(Id.INVALID_PARAMETER);
            assertThat(refusal().tried()).isEqualTo("Reading ghpackages." + name + " failed.");
            assertThat(refusal().reason()).contains("U+FFFD", System.getProperty("sun.jnu.encoding"), "LC_ALL=C");
            assertThat(refusal().remedy())
                    .isEqualTo(
                            "Run Maven under a locale with UTF-8, such as LC_ALL=C.UTF-8, or write the value into the"
                                    + " pom. Nothing was changed.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<keepVersions>*gr\ufffde</keepVersions>",
                "<keepVersions><v>1.0</v><v>*gr\ufffde</v></keepVersions>",
                "<keepVersions>${protected}</keepVersions>",
                "<keepVersions>1.0,${protected}</keepVersions>"
            })
    void a_garbled_value_is_refused_in_the_configuration_too(String xml) {
        build.request().getUserProperties().setProperty("protected", "*gr\ufffde");
        build.configuration(xml);

        assertThat(refusal().tried()).isEqualTo("Reading <keepVersions> failed.");
        assertThat(refusal().reason()).contains("U+FFFD");
    }

    @ParameterizedTest
    @CsvSource({"dryRun, false", "keepVersions, 1.0", "skip, true"})
    void a_parameter_without_its_prefix_is_warned_of(String name, String value) {
        build.request().getUserProperties().setProperty(name, value);

        assertThat(build.arguments(PRUNE).warnings())
                .containsExactly("The property " + name + " has no effect; the parameter is ghpackages." + name + ".");
    }

    @Test
    void a_parameter_without_its_prefix_is_warned_of_if_the_pom_has_another_value() {
        build.configuration("<keepVersions>1.0</keepVersions>");
        build.request().getUserProperties().setProperty("keepVersions", "1.0,1.1");

        assertThat(build.arguments(PRUNE).warnings()).hasSize(1);
    }

    @Test
    void a_property_of_this_name_that_is_passed_on_is_not_warned_of() {
        build.request().getUserProperties().setProperty("dryRun", "false");
        build.configuration("<dryRun>false</dryRun>");

        assertThat(build.arguments(PRUNE).warnings()).isEmpty();
    }

    @Test
    void neither_is_one_beside_the_right_one_nor_one_of_another_goal_nor_a_system_property() {
        build.request().getUserProperties().setProperty("owner", "somebody");
        build.request().getUserProperties().setProperty("deletedSince", "2h");
        build.request().getSystemProperties().setProperty("format", "wav");
        build.typed("owner", "acme");

        assertThat(build.arguments(PRUNE).warnings()).isEmpty();
    }
}
