package io.github.ghpackages.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.reactor.FakeReactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialBuildTest {

    private static final String PARENT =
            "<parent><groupId>com.example</groupId><artifactId>parent</artifactId><version>1</version></parent>";
    private static final String POM = "<packaging>pom</packaging>";

    @TempDir
    private Path folder;

    private FakeReactor workspace;

    @BeforeEach
    void start() {
        workspace = FakeReactor.ofTwoPoms(folder).pom("alone", "com.example:alone:1");
    }

    @Test
    void finds_nothing_left_out_of_a_whole_build() {
        assertThat(PartialBuild.of(workspace.session(".", "a", "b"))).isEmpty();
        assertThat(PartialBuild.of(workspace.session("alone"))).isEmpty();
    }

    @Test
    void says_how_many_modules_a_selection_leaves_out() {
        assertThat(PartialBuild.of(workspace.session(List.of(".", "a", "b"), List.of("a", "b"))))
                .hasValue("This build covers only 2 of the 3 modules of the reactor; an option such as -pl or -rf"
                        + " leaves out the others.");
    }

    @Test
    void says_whose_modules_a_build_without_recursion_leaves_out() {
        workspace.request().setRecursive(false);

        assertThat(PartialBuild.of(workspace.session(".")))
                .hasValue("This build leaves out the modules of com.example:parent, because of -N.");
    }

    @Test
    void a_build_without_recursion_is_whole_if_there_are_no_modules() {
        workspace.request().setRecursive(false);

        assertThat(PartialBuild.of(workspace.session("alone"))).isEmpty();
    }

    @Test
    void counts_modules_that_maven_4_finds_by_itself() {
        workspace.request().setRecursive(false);
        workspace.pom("alone", "com.example:alone:1", POM);
        var session = workspace.session("alone");
        session.getAllProjects().get(0).getModel().setModelVersion("4.1.0");

        assertThat(PartialBuild.of(session))
                .hasValue("This build leaves out the modules of com.example:alone, because of -N.");
    }

    @Test
    void notices_a_start_in_the_folder_of_a_module() {
        assertThat(PartialBuild.of(workspace.session("a")))
                .hasValue("com.example:a is a module of com.example:parent, whose other modules this build leaves out,"
                        + " because it was not started there.");
        assertThat(PartialBuild.of(workspace.session("b"))).isPresent();
    }

    @Test
    void ignores_a_parent_that_does_not_list_the_module() {
        String parent = PARENT.replace("</parent>", "<relativePath>../../pom.xml</relativePath></parent>");
        workspace.pom("far/c", "com.example:c:1", parent);

        assertThat(PartialBuild.of(workspace.session("far/c"))).isEmpty();
    }

    @Test
    void finds_nothing_left_out_where_there_is_no_pom() {
        var session = workspace.session();
        session.setProjects(List.of(new MavenProject(new Model())));

        assertThat(PartialBuild.of(session)).isEmpty();
    }

    private static final String IN_PROFILE =
            "<profiles><profile><id>extra</id><modules><module>x</module></modules></profile></profiles>";

    @Test
    void notices_modules_of_a_profile_that_is_not_active() {
        workspace.pom("more", "com.example:more:1", POM, IN_PROFILE).pom("more/x", "com.example:x:1");

        assertThat(PartialBuild.of(workspace.session("more")))
                .hasValue("com.example:more has the module x in its profile extra, which this build leaves out"
                        + " because the profile is not active.");
        assertThat(PartialBuild.unseen(workspace.session("more"))).isPresent();
        assertThat(PartialBuild.of(workspace.session("more", "more/x"))).isEmpty();
    }

    @Test
    void ignores_a_profile_whose_modules_are_missing() {
        workspace.pom("more", "com.example:more:1", POM, IN_PROFILE);

        assertThat(PartialBuild.of(workspace.session("more"))).isEmpty();
    }

    @Test
    void notices_an_aggregator_that_is_not_the_parent_however_far_up_it_is() {
        workspace
                .pom("far", "com.example:agg:1", POM, "<modules><module>b/c/pom.xml</module></modules>")
                .pom("far/b", "com.example:between:1")
                .pom("far/b/c", "com.example:c:1");

        assertThat(PartialBuild.of(workspace.session("far/b/c")))
                .hasValue("com.example:c is a module of " + folder.resolve("far/pom.xml")
                        + ", whose other modules this build leaves out, because it was not started there.");
        assertThat(PartialBuild.of(workspace.session("far", "far/b/c"))).isEmpty();
        assertThat(PartialBuild.of(workspace.session("far/b"))).isEmpty();
    }

    @Test
    void notices_an_aggregator_that_has_the_module_in_a_profile_or_by_an_expression() {
        workspace
                .pom("p", "com.example:p:1", POM, IN_PROFILE)
                .pom("p/x", "com.example:x:1")
                .pom("e", "com.example:e:1", POM, "<modules><module>x-${suffix}</module></modules>")
                .pom("e/x-1", "com.example:x:1")
                .pom("e/y", "com.example:y:1");

        assertThat(PartialBuild.of(workspace.session("p/x"))).isPresent();
        assertThat(PartialBuild.of(workspace.session("e/x-1"))).isPresent();
        assertThat(PartialBuild.of(workspace.session("e/y"))).isEmpty();
    }

    @Test
    void notices_an_aggregator_of_a_newer_model() throws IOException {
        workspace.pom("n/x", "com.example:x:1").pom("n/y", "com.example:y:1").pom("d/x", "com.example:x:1");
        String head = "<project xmlns='http://maven.apache.org/POM/4.1.0'><packaging>pom</packaging>";
        Files.writeString(
                folder.resolve("n/pom.xml"), head + "<subprojects><subproject>x</subproject></subprojects></project>");
        Files.writeString(folder.resolve("d/pom.xml"), head + "</project>");

        assertThat(PartialBuild.of(workspace.session("n/x"))).isPresent();
        assertThat(PartialBuild.of(workspace.session("n/y"))).isEmpty();
        assertThat(PartialBuild.of(workspace.session("d/x")))
                .as("found by itself")
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {".mvn", ".git"})
    void looks_no_higher_than_where_the_project_begins(String mark) throws IOException {
        workspace
                .pom("far", "com.example:agg:1", POM, "<modules><module>b/c</module></modules>")
                .pom("far/b/c", "com.example:c:1");
        Files.createDirectory(folder.resolve("far/b").resolve(mark));

        assertThat(PartialBuild.of(workspace.session("far/b/c"))).isEmpty();
    }

    @Test
    void stops_at_a_pom_above_that_cannot_be_read() throws IOException {
        workspace.pom("far/b", "com.example:b:1");
        Path broken = Files.writeString(folder.resolve("far/pom.xml"), "<project><modules>");

        assertThatThrownBy(() -> PartialBuild.of(workspace.session("far/b")))
                .isInstanceOfSatisfying(PackagesException.class, failure -> {
                    assertThat(failure.id()).isEqualTo(PackagesException.Id.POMS_NOT_READABLE);
                    assertThat(failure.tried())
                            .isEqualTo("Checking whether " + broken + " lists this project as a module failed.");
                    assertThat(failure.reason()).isEqualTo("It is not well-formed XML.");
                    assertThat(failure.remedy())
                            .isEqualTo("Fix it. If this project is not part of it, create a folder .mvn in the"
                                    + " project's own folder, which marks where the project begins. Nothing was"
                                    + " deleted.");
                });

        Files.createDirectory(folder.resolve("far/b/.mvn"));
        assertThat(PartialBuild.of(workspace.session("far/b"))).isEmpty();
    }

    @Test
    void ignores_what_is_not_a_pom() throws IOException {
        workspace.pom("far/b/c", "com.example:c:1");
        Files.createDirectory(folder.resolve("far/pom.xml"));
        Files.writeString(folder.resolve("far/b/pom.xml"), "<modules><module>c</module></modules>");

        assertThat(PartialBuild.of(workspace.session("far/b/c"))).isEmpty();
    }

    @Test
    void distinguishes_modules_that_were_not_read_from_those_that_were_not_selected() {
        assertThat(PartialBuild.unseen(workspace.session(List.of(".", "a", "b"), List.of("a"))))
                .isEmpty();
        assertThat(PartialBuild.unseen(workspace.session("a"))).isPresent();
    }

    @Test
    void notices_subprojects_of_a_profile_of_the_newer_model() {
        workspace.pom("more", "com.example:more:1", POM).pom("more/x", "com.example:x:1");
        var session = workspace.session("more");
        // The older model that Maven shows to plugins has no such element.
        workspace.overwrite(
                "more",
                "<project xmlns='http://maven.apache.org/POM/4.1.0'><packaging>pom</packaging><profiles><profile><id>extra</id>"
                        + "<subprojects><subproject>x</subproject></subprojects></profile></profiles></project>");

        assertThat(PartialBuild.of(session))
                .hasValue("com.example:more has the module x in its profile extra, which this build leaves out"
                        + " because the profile is not active.");
    }

    @Test
    void reads_a_module_with_a_comment_in_it() {
        workspace
                .pom("far", "com.example:agg:1", POM, "<modules><module>b/<!-- the core -->c</module></modules>")
                .pom("far/b/c", "com.example:c:1");

        assertThat(PartialBuild.of(workspace.session("far/b/c"))).isPresent();
    }

    @Test
    void notices_an_aggregator_of_another_name() throws IOException {
        workspace
                .pom("far", "com.example:agg:1", POM, "<modules><module>b</module><module>b/c</module></modules>")
                .pom("far/b", "com.example:b:1")
                .pom("far/b/c", "com.example:c:1");
        Path all = Files.move(folder.resolve("far/pom.xml"), folder.resolve("far/all.xml"));

        assertThat(PartialBuild.of(workspace.session("far/b/c")))
                .hasValue("com.example:c is a module of " + all
                        + ", whose other modules this build leaves out, because it was not started there.");
        assertThat(PartialBuild.of(workspace.session("far/b"))).isPresent();
    }

    @Test
    void notices_an_aggregator_of_another_name_beside_the_pom() throws IOException {
        workspace.pom("far", "com.example:agg:1", POM, "<modules><module>.</module><module>c</module></modules>");
        Files.move(folder.resolve("far/pom.xml"), folder.resolve("far/all.xml"));
        workspace.pom("far", "com.example:far:1").pom("far/c", "com.example:c:1");

        assertThat(PartialBuild.of(workspace.session("far"))).isPresent();
    }

    @Test
    void ignores_other_xml_files_and_a_second_pom_with_the_same_modules() throws IOException {
        workspace.pom("far", "com.example:far:1", POM, "<modules><module>c</module></modules>");
        Files.copy(folder.resolve("far/pom.xml"), folder.resolve("far/pom-17.xml"));
        workspace.pom("far/c", "com.example:c:1");
        Files.writeString(folder.resolve("far/c/broken.xml"), "<project><modules><module>");
        Files.writeString(folder.resolve("far/build.xml"), "<project default='x'><target name='x'/></project>");

        assertThat(PartialBuild.of(workspace.session("far", "far/c"))).isEmpty();
    }

    @Test
    void a_module_of_a_profile_may_be_at_each_value_of_its_property() {
        workspace
                .pom(
                        "more",
                        "com.example:more:1",
                        POM,
                        IN_PROFILE.replace(">x<", ">${dir}<"),
                        "<properties><dir>missing</dir></properties>")
                .pom("more/x", "com.example:x:1");
        assertThat(PartialBuild.of(workspace.session("more"))).isEmpty();

        workspace.pom(
                "more",
                "com.example:more:1",
                POM,
                "<properties><dir>missing</dir></properties>",
                "<profiles><profile><id>extra</id><modules><module>${dir}</module></modules></profile>"
                        + "<profile><id>other</id><properties><dir>x</dir></properties></profile></profiles>");
        assertThat(PartialBuild.of(workspace.session("more")))
                .hasValue("com.example:more has the module ${dir} in its profile extra, which this build leaves out"
                        + " because the profile is not active.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<m:project xmlns:m='x'><m:modules><m:module>b</m:module></m:modules></m:project>",
                "<!DOCTYPE project><project><name>far</name><modules><module>b</module></modules></project>",
                "<project><name>J&oslash;rgen</name><modules><module>b</module></modules></project>",
                "<project><modules><module>&beta;</module></modules></project>"
            })
    void reads_an_aggregator_however_it_is_written(String text) throws IOException {
        workspace.pom("far/b", "com.example:b:1");
        Files.writeString(folder.resolve("far/pom.xml"), text);

        assertThat(PartialBuild.of(workspace.session("far/b"))).isPresent();
    }

    @Test
    void stops_at_a_pom_above_with_entities_of_its_own() throws IOException {
        workspace.pom("far/b", "com.example:b:1");
        Files.writeString(
                folder.resolve("far/pom.xml"),
                "<!DOCTYPE project [<!ENTITY m '<modules><module>b</module></modules>'>]><project>&m;</project>");

        assertThatThrownBy(() -> PartialBuild.of(workspace.session("far/b"))).isInstanceOf(PackagesException.class);
    }
}
