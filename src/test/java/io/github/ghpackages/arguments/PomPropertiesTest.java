package io.github.ghpackages.arguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.reactor.FakeReactor;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.SettingsUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maven 4 puts the value of the command line in the place of a pom's property of the same name. */
class PomPropertiesTest {

    @TempDir
    private Path folder;

    private FakeReactor build;

    /** As Maven 4 shows a pom with another {@code dryRun}. */
    @BeforeEach
    void hide() {
        build = FakeReactor.ofApp(folder).typed("dryRun", "false").pomProperty("dryRun", "false");
    }

    private void pom(MavenProject project, String name, String xml, Charset encoding) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(
                file,
                "<?xml version=\"1.0\" encoding=\"" + encoding.name() + "\"?><project"
                        + " xmlns=\"http://maven.apache.org/POM/4.0.0\">" + xml + "</project>",
                encoding);
        project.getModel().setPomFile(file.toFile());
    }

    private void pom(String xml) throws IOException {
        pom(build.project(), "pom.xml", xml, StandardCharsets.UTF_8);
    }

    private static String says(String value) {
        return "<properties><ghpackages.dryRun>" + value + "</ghpackages.dryRun></properties>";
    }

    private static String profile(String id, String value) {
        return "<profile><id>" + id + "</id>" + says(value) + "</profile>";
    }

    private boolean isDry() {
        return build.arguments("prune-versions").get("dryRun").flag();
    }

    @Test
    void the_pom_file_shows_what_is_hidden() throws Exception {
        pom(says("true"));
        assertThat(isDry()).isTrue();

        pom(says("false"));
        assertThat(isDry()).isFalse();

        pom("<!-- ghpackages.dryRun --><name>ghpackages.dryRun</name>");
        assertThat(isDry()).isFalse();
    }

    /** Maven 3 reads such a pom. */
    @Test
    void an_entity_of_html_is_an_error_only_in_an_argument() throws Exception {
        pom("<name>Caf&eacute; &amp; Bar</name>" + says("true"));
        assertThat(isDry()).isTrue();

        pom("<properties><ghpackages.dryRun>&eacute;</ghpackages.dryRun></properties>");
        assertThat(catchThrowableOfType(PackagesException.class, this::isDry).reason())
                .contains("U+FFFD");
    }

    @Test
    void the_file_that_maven_read_counts_though_another_plugin_names_its_own() throws Exception {
        pom(says("true"));
        build.project().setFile(folder.resolve("target/.flattened-pom.xml").toFile());

        assertThat(isDry()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "ISO-8859-1", "UTF-8"})
    void it_is_read_in_its_own_encoding(String encoding) throws Exception {
        pom(build.project(), "pom.xml", "<name>Größe</name>" + says("true"), Charset.forName(encoding));

        assertThat(isDry()).isTrue();
    }

    @Test
    void a_local_parent_counts_unless_the_child_overrides_it() throws Exception {
        MavenProject parent = build.module("parent");
        build.project().setParent(parent);
        pom(parent, "parent.xml", says("true"), StandardCharsets.UTF_8);
        pom("");
        assertThat(isDry()).isTrue();

        pom(says("false"));
        assertThat(isDry()).isFalse();
    }

    @Test
    void a_profile_counts_if_it_is_active_and_before_the_rest_of_its_pom() throws Exception {
        pom(says("false") + "<profiles>" + profile("careful", "true") + profile("other", "true") + "</profiles>");
        assertThat(isDry()).isFalse();

        build.project().setInjectedProfileIds("com.example:app:3.0-SNAPSHOT", List.of("careful"));
        assertThat(isDry()).isTrue();
    }

    @Test
    void of_two_active_profiles_the_last_one_counts() throws Exception {
        pom("<profiles>" + profile("first", "false") + profile("second", "true") + "</profiles>");
        build.project().setInjectedProfileIds("com.example:app:3.0-SNAPSHOT", List.of("first", "second"));

        assertThat(isDry()).isTrue();
    }

    @Test
    void an_active_profile_of_the_settings_counts_before_the_pom() throws Exception {
        Profile careful = new Profile();
        careful.setId("careful");
        careful.addProperty("ghpackages.dryRun", "true");
        build.request().addProfile(SettingsUtils.convertFromSettingsProfile(careful));
        pom(says("false"));
        assertThat(isDry()).isFalse();

        build.project().setInjectedProfileIds("external", List.of("careful"));
        assertThat(isDry()).isTrue();
    }

    @Test
    void hidden_protections_add_up_as_well() throws Exception {
        build.typed("keepVersions", "2.0").pomProperty("keepVersions", "2.0");
        pom("<properties><ghpackages.keepVersions>1.0,${own}</ghpackages.keepVersions></properties>");
        build.project().getProperties().setProperty("own", "1.1");

        assertThat(build.arguments("prune-versions").texts("keepVersions")).containsExactly("2.0", "1.0", "1.1");
    }

    @Test
    void a_pom_that_can_not_be_read_is_refused() throws Exception {
        pom("<ghpackages.");

        PackagesException refusal = catchThrowableOfType(PackagesException.class, this::isDry);

        assertThat(refusal.id()).isEqualTo(Id.POMS_NOT_READABLE);
        assertThat(refusal.tried()).isEqualTo("Reading the properties of " + folder.resolve("pom.xml") + " failed.");
        assertThat(refusal.remedy())
                .isEqualTo("Fix the file: it may contain values that override the command line."
                        + " Nothing was changed.");
    }

    @Test
    void xml_that_is_not_a_pom_is_refused() throws Exception {
        Files.writeString(folder.resolve("pom.xml"), "<model>" + says("true") + "</model>");
        build.project().getModel().setPomFile(folder.resolve("pom.xml").toFile());

        assertThat(catchThrowableOfType(PackagesException.class, this::isDry).id())
                .isEqualTo(Id.POMS_NOT_READABLE);
    }

    @Test
    void a_file_is_not_read_where_nothing_is_hidden() throws Exception {
        build.untyped("dryRun");
        pom("<ghpackages.");

        assertThat(isDry()).isFalse();
    }
}
