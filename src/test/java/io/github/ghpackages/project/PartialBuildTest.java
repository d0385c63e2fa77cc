package io.github.ghpackages.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartialBuildTest {

    private static final String PARENT =
            "<parent><groupId>com.example</groupId><artifactId>parent</artifactId><version>1</version></parent>";
    private static final String POM = "<packaging>pom</packaging>";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void start() {
        workspace = new Workspace(folder)
                .pom(
                        ".",
                        "com.example:parent:1",
                        POM,
                        "<modules><module>a</module><module>b/pom.xml</module></modules>")
                .pom("a", "com.example:a:1", PARENT)
                .pom("b", "com.example:b:1", PARENT)
                .pom("alone", "com.example:alone:1");
    }

    @Test
    void finds_nothing_left_out_of_a_whole_build() {
        assertThat(PartialBuild.of(workspace.session(".", "a", "b"))).isEmpty();
        assertThat(PartialBuild.of(workspace.session("alone"))).isEmpty();
    }

    @Test
    void says_how_many_modules_a_selection_leaves_out() {
        assertThat(PartialBuild.of(workspace.session(List.of(".", "a", "b"), List.of("a", "b"))))
                .hasValue(
                        "This build covers only 2 of the 3 modules of the reactor; -pl, -rf or the like leaves out the"
                                + " others.");
    }

    @Test
    void says_whose_modules_a_build_without_recursion_leaves_out() {
        workspace.request().setRecursive(false);

        assertThat(PartialBuild.of(workspace.session(".")))
                .hasValue("This build leaves out the modules of com.example:parent, because of -N.");
    }

    @Test
    void does_not_mind_missing_recursion_where_there_are_no_modules() {
        workspace.request().setRecursive(false);

        assertThat(PartialBuild.of(workspace.session("alone"))).isEmpty();
    }

    @Test
    void reckons_with_modules_that_maven_4_finds_by_itself() {
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
    void does_not_mind_a_parent_that_does_not_list_the_module() {
        workspace.pom("c", "com.example:c:1", PARENT);

        assertThat(PartialBuild.of(workspace.session("c"))).isEmpty();
    }

    @Test
    void finds_nothing_left_out_where_there_is_no_pom() {
        var session = workspace.session();
        session.setProjects(List.of(new MavenProject(new Model())));

        assertThat(PartialBuild.of(session)).isEmpty();
    }
}
