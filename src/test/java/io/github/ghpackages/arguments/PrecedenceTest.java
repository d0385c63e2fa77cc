package io.github.ghpackages.arguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.reactor.FakeReactor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of several values of a parameter applies. */
class PrecedenceTest {

    private static final String PRUNE = "prune-versions";

    @TempDir
    private Path folder;

    private FakeReactor build;

    @BeforeEach
    void start() {
        build = FakeReactor.ofApp(folder);
    }

    private void assertInForce(String name, String text, String source) {
        Argument argument = build.arguments(PRUNE).get(name);
        assertThat(argument.text()).isEqualTo(text);
        assertThat(argument.source()).isEqualTo(source);
    }

    private List<String> notes() {
        return build.arguments(PRUNE).notes();
    }

    @Test
    void the_command_line_overrides_the_configuration_which_overrides_system_properties_which_override_the_pom() {
        assertInForce("keepPer", "package", "default");
        assertThat(notes()).isEmpty();

        build.pomProperty("keepPer", "minor");
        assertInForce("keepPer", "minor", "property of the pom");
        assertThat(notes()).isEmpty();

        build.systemProperty("keepPer", "major");
        assertInForce("keepPer", "major", "system property");
        assertThat(notes()).containsExactly("keepPer=major (system property) overrides minor (property of the pom).");

        build.configuration("<keepPer>minor</keepPer>");
        assertInForce("keepPer", "minor", "pom.xml");
        assertThat(notes()).containsExactly("keepPer=minor (pom.xml) overrides major (system property).");

        build.typed("keepPer", "package");
        assertInForce("keepPer", "package", "command line");
        assertThat(notes())
                .containsExactly(
                        "keepPer=package (command line) overrides minor (pom.xml).",
                        "keepPer=package (command line) overrides major (system property).",
                        "keepPer=package (command line) overrides minor (property of the pom).");
    }

    @Test
    void the_same_value_twice_overrides_nothing() {
        build.configuration("<packages><p>com.example:a</p><p>com.example:b</p></packages>")
                .typed("packages", " com.example:a , com.example:b");

        assertInForce("packages", "com.example:a,com.example:b", "command line");
        assertThat(notes()).isEmpty();
    }

    @Test
    void the_execution_overrides_the_plugin() {
        build.configuration("<keepReleases>5</keepReleases><keepSnapshots>1</keepSnapshots>")
                .execution("prune", "<keepReleases>7</keepReleases>", PRUNE);

        Arguments arguments = build.arguments(build.bound(PRUNE, "prune"));

        assertThat(arguments.get("keepReleases").count()).isEqualTo(7);
        assertThat(arguments.get("keepSnapshots").count()).isEqualTo(1);
    }

    @Test
    void an_empty_value_on_the_command_line_does_not_take_a_protection_away() {
        build.configuration("<keepVersions>1.0</keepVersions>").typed("keepVersions", "");

        assertInForce("keepVersions", "1.0", "pom.xml");
    }

    @Test
    void protections_of_all_sources_add_up() {
        build.typed("keepVersions", "2.0,1.0")
                .configuration("<keepVersions><v>1.0</v><v>3.*</v></keepVersions>")
                .systemProperty("keepVersions", "4.0")
                .pomProperty("keepVersions", "2.0");

        assertInForce("keepVersions", "2.0,1.0,3.*,4.0", "command line and pom.xml and system property");
        assertThat(notes())
                .containsExactly(
                        "keepVersions=2.0,1.0,3.*,4.0 (command line and pom.xml and system property): protections add"
                                + " up.");
    }

    @ParameterizedTest
    @CsvSource({"maxDeletions, 9, 10", "maxDeletions, 0, 1", "maxDeletionShare, 9.5%, 10", "maxDeletionShare, 5, 50%"})
    void the_stricter_tripwire_applies(String name, String strict, String lax) {
        build.typed(name, lax).configuration("<" + name + ">" + strict + "</" + name + ">");
        assertInForce(name, strict, "pom.xml");
        assertThat(notes())
                .containsExactly(
                        name + "=" + strict + " (pom.xml) is stricter than " + lax + " (command line), so it applies.");

        build = FakeReactor.ofApp(folder).typed(name, strict).pomProperty(name, lax);
        assertInForce(name, strict, "command line");
    }

    @Test
    void a_tripwire_that_can_not_be_read_is_refused_wherever_it_is() {
        build.typed("maxDeletions", "5").pomProperty("maxDeletions", "few");

        assertThatThrownBy(() -> build.arguments(PRUNE)).hasMessageStartingWith("Reading maxDeletions=few failed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryRun", "skip"})
    void true_wins_from_everywhere(String name) {
        assertThat(build.arguments(PRUNE).get(name).flag()).isEqualTo(name.equals("dryRun"));

        build.typed(name, "false");
        assertInForce(name, "false", "command line");

        build.pomProperty(name, "true");
        assertInForce(name, "true", "property of the pom");
        assertThat(notes()).containsExactly(name + "=true (property of the pom) wins over false (command line).");

        build = FakeReactor.ofApp(folder).typed(name, "false").systemProperty(name, "true");
        assertInForce(name, "true", "system property");

        build = FakeReactor.ofApp(folder).typed(name, "false").configuration("<" + name + ">true</" + name + ">");
        assertInForce(name, "true", "pom.xml");

        build = FakeReactor.ofApp(folder).typed(name, "true").configuration("<" + name + ">false</" + name + ">");
        assertInForce(name, "true", "command line");
    }

    @Test
    void each_place_says_true_or_false_and_nothing_else() {
        build.typed("dryRun", "true").pomProperty("dryRun", "yes");

        assertThatThrownBy(() -> build.arguments(PRUNE))
                .hasMessageContaining("\"yes\" is not valid: only true and false are accepted.");
    }

    /** Maven makes a system property of what is typed, so that only the environment shows what was one before. */
    @ParameterizedTest
    @ValueSource(strings = {"MAVEN_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"})
    void true_wins_from_the_options_of_java(String variable) {
        build.typed("dryRun", "false").systemProperty("dryRun", "false");
        assertInForce("dryRun", "false", "command line");

        build.request()
                .getSystemProperties()
                .setProperty("env." + variable, "-Xmx1g \"-Dghpackages.dryRun=true\" -Dghpackages.skip=false");
        assertInForce("dryRun", "true", "system property");
    }

    @Test
    void true_wins_from_the_options_of_java_in_the_project() throws Exception {
        build.typed("dryRun", "false").systemProperty("dryRun", "false");
        build.request().getSystemProperties().setProperty("maven.multiModuleProjectDirectory", folder.toString());
        assertInForce("dryRun", "false", "command line");

        Files.createDirectory(folder.resolve(".mvn"));
        Files.writeString(folder.resolve(".mvn/jvm.config"), "-Xmx1g\n-Dghpackages.dryRun=true\n");
        assertInForce("dryRun", "true", "system property");
    }

    @Test
    void a_url_is_not_logged_since_it_may_have_a_login() {
        build.typed("apiUrl", "https://user:secret@github.example.com/api/v3")
                .pomProperty("apiUrl", "https://other:secret@github.example.com/api/v3");

        assertThat(notes()).containsExactly("apiUrl=a URL (command line) overrides a URL (property of the pom).");
    }

    @Test
    void knows_where_each_value_comes_from() {
        build.configuration("<owner>acme</owner>")
                .typed("keepReleases", "5")
                .pomProperty("keepReleases", "6")
                .systemProperty("keepSnapshots", "1")
                .pomProperty("keepSnapshots", "2")
                .pomProperty("keepPrereleases", "3");

        assertInForce("owner", "acme", "pom.xml");
        assertInForce("keepReleases", "5", "command line");
        assertInForce("keepSnapshots", "1", "system property");
        assertInForce("keepPrereleases", "3", "property of the pom");
        assertInForce("dryRun", "true", "default");
        assertThat(build.arguments(PRUNE).all())
                .containsKeys("owner", "keepReleases", "keepSnapshots", "keepPrereleases", "dryRun")
                .doesNotContainKeys("versions", "maxDeletions", "planFile");
    }

    @Test
    void a_choice_on_the_command_line_leaves_those_of_the_pom_to_other_commands() {
        build.configuration("<versions>1.*</versions>");
        assertThat(choices()).containsExactly("versions");

        build.typed("versionIds", "17");
        assertThat(choices()).containsExactly("versionIds");

        build.typed("versions", "2.*");
        assertThat(choices()).containsExactly("versions", "versionIds");
    }

    private List<String> choices() {
        return build.arguments("delete-version").choices("versions", "versionIds");
    }

    /** Maven shows a goal only the last of all user properties of the same name. */
    @ParameterizedTest
    @CsvSource({
        "maven.config,-Dghpackages.NAME=VALUE",
        "maven.config,'-T2 -D ghpackages.NAME=VALUE -B'",
        "maven.config,--define=ghpackages.NAME=VALUE",
        "maven-user.properties,ghpackages.NAME=VALUE"
    })
    void precautions_for_all_builds_add_to_what_is_typed(String file, String line) throws Exception {
        build.typed("dryRun", "false").typed("keepVersions", "2.0").typed("maxDeletions", "100");
        build.request().getSystemProperties().setProperty("maven.multiModuleProjectDirectory", folder.toString());
        Files.createDirectory(folder.resolve(".mvn"));
        String lines = line.replace("NAME", "dryRun").replace("VALUE", "true") + "\n"
                + line.replace("NAME", "keepVersions").replace("VALUE", "1.*") + "\n"
                + line.replace("NAME", "keepReleases").replace("VALUE", "1") + "\n"
                + line.replace("NAME", "maxDeletions").replace("VALUE", "5") + "\n";
        Files.writeString(folder.resolve(".mvn").resolve(file), lines);

        assertInForce("dryRun", "true", "maven.config or MAVEN_ARGS");
        assertInForce("keepVersions", "2.0,1.*", "command line and maven.config or MAVEN_ARGS");
        assertInForce("maxDeletions", "5", "maven.config or MAVEN_ARGS");
        assertThat(notes()).contains("dryRun=true (maven.config or MAVEN_ARGS) wins over false (command line).");
        assertThat(build.arguments(PRUNE).isGiven("keepReleases")).isFalse();
    }

    @Test
    void precautions_of_the_environment_add_to_what_is_typed() {
        build.typed("dryRun", "false");
        build.request().getSystemProperties().setProperty("env.MAVEN_ARGS", "-B '-Dghpackages.dryRun=true'");

        assertInForce("dryRun", "true", "maven.config or MAVEN_ARGS");
    }

    /** Maven replaces what the plugin says by what the execution says. */
    @Test
    void precautions_of_the_plugin_add_to_those_of_the_execution() {
        build.configuration(
                        "<dryRun>true</dryRun><keepVersions><v>1.*</v></keepVersions><keepReleases>5</keepReleases>")
                .execution(
                        "old",
                        "<dryRun>false</dryRun><keepVersions><v>2.0</v></keepVersions><keepReleases>1</keepReleases>",
                        PRUNE);

        Arguments arguments = build.arguments(build.bound(PRUNE, "old"));
        assertThat(arguments.get("dryRun").flag()).isTrue();
        assertThat(arguments.get("keepVersions").texts()).containsExactly("2.0", "1.*");
        assertThat(arguments.get("keepVersions").source()).isEqualTo("pom.xml");
        assertThat(arguments.get("keepReleases").count()).isEqualTo(1);
        assertThat(arguments.notes())
                .containsExactlyInAnyOrder(
                        "dryRun=true (pom.xml) wins over false (pom.xml).",
                        "keepVersions=2.0,1.* (pom.xml): protections add up.");
    }
}
