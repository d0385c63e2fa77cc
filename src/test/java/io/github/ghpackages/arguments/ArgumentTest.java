package io.github.ghpackages.arguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.arguments.Argument.Source;
import io.github.ghpackages.retention.OnLastVersion;
import io.github.ghpackages.retention.Policy.KeepPer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentTest {

    private static PackagesException refusal(String text, Function<Argument, ?> reader) {
        PackagesException refusal =
                catchThrowableOfType(PackagesException.class, () -> reader.apply(Argument.of("parameter", text)));
        assertThat(refusal).as(text).isNotNull();
        assertThat(refusal.id()).isEqualTo(Id.INVALID_PARAMETER);
        return refusal;
    }

    private static void assertRefused(String text, Function<Argument, ?> reader, String why, String remedy) {
        PackagesException refusal = refusal(text, reader);
        assertThat(refusal.tried()).isEqualTo("Reading parameter=" + text.trim() + " failed.");
        assertThat(refusal.reason()).isEqualTo("\"" + text.trim() + "\" is not valid: " + why + ".");
        assertThat(refusal.remedy()).isEqualTo(remedy + " Nothing was changed.");
    }

    @Test
    void booleans_are_true_and_false() {
        assertThat(Argument.of("dryRun", "true").flag()).isTrue();
        assertThat(Argument.of("dryRun", " false ").flag()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no", "1", "0", "on", "TRUE", "False", "truee", "t", ""})
    void nothing_else_is_a_boolean(String text) {
        assertRefused(text, Argument::flag, "only true and false are accepted", "Write true or false.");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 5", "' 12 ', 12", "999999999, 999999999", "007, 7"})
    void counts_are_whole_numbers(String text, int count) {
        assertThat(Argument.of("keepReleases", text).count()).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1", "1.5", "1e3", "many", "1,000", "0x10", "1000000000", "٣", "", "5 5", "5d"})
    void nothing_else_is_a_count(String text) {
        assertRefused(text, Argument::count, "it must be a whole number, 0 or more", "Write a number such as 5.");
    }

    @Test
    void a_positive_number_is_not_zero() {
        assertThat(Argument.of("keepLines", "1").positive()).isEqualTo(1);
        assertRefused("0", Argument::positive, "it must be 1 or more", "Write a number such as 5.");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "50, 50", "50%, 50", "12.5, 12.5", "100, 100", "100.0%, 100"})
    void percentages_go_from_0_to_100(String text, double percent) {
        assertThat(Argument.of("maxDeletionShare", text).percent()).isEqualTo(percent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100.1", "101", "half", "NaN", "5,5", "1e1", "50 %", "%", "", ".5"})
    void nothing_else_is_a_percentage(String text) {
        assertRefused(text, Argument::percent, "it must be a percentage from 0 to 100", "Write a number such as 50.");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1259730685, 1259730685", "999999999999999999, 999999999999999999"})
    void ids_are_numbers_beyond_32_bits_too(String text, long id) {
        assertThat(Argument.of("versionIds", text).id()).isEqualTo(id);
    }

    private static final String WHERE_IDS_ARE = "Take the number from the id column of list-versions"
            + " (-Dghpackages.format=json), or from the end of the version's page URL, or name the version with"
            + " -Dghpackages.versions.";

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "-5", "abc", "1000000000000000000", "12a", "pv_1"})
    void nothing_else_is_an_id(String text) {
        assertRefused(text, Argument::id, "a version id is a number", WHERE_IDS_ARE);
    }

    @Test
    void an_id_of_the_graphql_api_is_recognised() {
        assertRefused(
                "PV_lADOAbc",
                Argument::id,
                "a version id is a number, and this is an id of the GraphQL API",
                WHERE_IDS_ARE);
    }

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "30s, PT30S", "10m, PT10M", "2h, PT2H", "PT1M30S, PT1M30S", "P1D, PT24H", "0s, PT0S"})
    void durations_are_short_or_iso(String text, Duration duration) {
        assertThat(Argument.of("maxWait", text).duration()).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10",
                "10 s",
                "-5s",
                "PT-5S",
                "10d",
                "P1M",
                "fast",
                "",
                "1.5s",
                "1000000000s",
                "PT9999999999999999H"
            })
    void nothing_else_is_a_duration(String text) {
        assertRefused(text, Argument::duration, "it is not a duration", "Write one such as 30s, 10m or PT30S.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8761h", "999999999h", "P366D", "PT9999999999999H"})
    void a_wait_of_more_than_a_year_is_refused(String text) {
        assertRefused(text, Argument::duration, "it is more than a year", "Write one such as 30s, 10m or PT30S.");
    }

    @Test
    void choices_are_spelt_as_the_user_types_them() {
        assertThat(Argument.of("onLastVersion", "deletePackage").choice(OnLastVersion.class))
                .isEqualTo(OnLastVersion.DELETE_PACKAGE);
        assertThat(Argument.of("keepPer", "minor").choice(KeepPer.class)).isEqualTo(KeepPer.MINOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete_package", "DeletePackage", "deletepackage", "DELETE_PACKAGE", "", "all"})
    void nothing_else_is_a_choice(String text) {
        assertRefused(
                text,
                argument -> argument.choice(OnLastVersion.class),
                "it must be one of keep, fail, deletePackage",
                "Write one of these words.");
    }

    @Test
    void a_type_of_packages_is_one_of_those_of_github() {
        assertThat(Argument.of("packageType", "npm").choice(PackageType.class)).isEqualTo(PackageType.NPM);
        assertRefused(
                "gradle",
                argument -> argument.choice(PackageType.class),
                "it must be one of maven, npm, rubygems, docker, nuget, container",
                "Write one of these words.");
    }

    @Test
    void an_exact_name_is_no_pattern_and_no_range() {
        assertThat(Argument.of("version", "1.0-rc1").exactName()).isEqualTo("1.0-rc1");
        for (String pattern : List.of("1.*", "1.?", "!1.0", "[1.0]", "(,2.0)")) {
            assertRefused(
                    pattern,
                    Argument::exactName,
                    "patterns and ranges are not accepted here",
                    "Write exact names, or prune by a policy with prune-versions.");
        }
    }

    @Test
    void paths_are_relative_to_the_execution_root() {
        Path base = Path.of("/projects/app");
        assertThat(Argument.of("outputFile", "target/../list.json").path(base))
                .isEqualTo(Path.of("/projects/app/list.json"));
        assertThat(Argument.of("outputFile", "/tmp/list.json").path(base)).isEqualTo(Path.of("/tmp/list.json"));
        assertRefused(
                "a\0b",
                argument -> argument.path(base),
                "it is not a valid path",
                "Write a path, relative to the execution root or absolute.",
                "a\\u0000b");
    }

    private static void assertRefused(
            String text, Function<Argument, ?> reader, String why, String remedy, String shownAs) {
        PackagesException refusal = refusal(text, reader);
        assertThat(refusal.tried()).isEqualTo("Reading parameter=" + shownAs + " failed.");
        assertThat(refusal.reason()).isEqualTo("\"" + shownAs + "\" is not valid: " + why + ".");
        assertThat(refusal.remedy()).isEqualTo(remedy + " Nothing was changed.");
    }

    @Test
    void blanks_and_empty_places_of_a_list_are_dropped() {
        Argument list = new Argument("versions", " 1.* ,,2.0, ", List.of(Source.COMMAND_LINE));

        assertThat(list.texts()).containsExactly("1.*", "2.0");
        assertThat(list.elements())
                .containsExactly(
                        new Argument("versions", "1.*", List.of(Source.COMMAND_LINE)),
                        new Argument("versions", "2.0", List.of(Source.COMMAND_LINE)));
        assertThat(Argument.of("versions", " , ").texts()).isEmpty();
    }

    @Test
    void versions_are_split_outside_of_ranges() {
        assertThat(Argument.of("versions", "1.*,![1.0, 2.0),(,0.9],[3.0]").texts())
                .containsExactly("1.*", "![1.0, 2.0)", "(,0.9]", "[3.0]");
        assertThat(Argument.of("versions", "[1.0,2.0").texts()).containsExactly("[1.0,2.0");
        assertThat(Argument.of("keepVersions", "1.(0,2.0").texts()).containsExactly("1.(0", "2.0");
    }

    @Test
    void an_argument_from_the_command_line_alone_is_typed() {
        assertThat(new Argument("a", "b", List.of(Source.COMMAND_LINE)).isTyped())
                .isTrue();
        assertThat(new Argument("a", "b", List.of(Source.COMMAND_LINE, Source.POM_PROPERTY)).isTyped())
                .isFalse();
        assertThat(Argument.of("a", "b").isTyped()).isFalse();
    }
}
