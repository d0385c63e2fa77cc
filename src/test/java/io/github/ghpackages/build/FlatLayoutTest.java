package io.github.ghpackages.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.reactor.FakeReactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The aggregator, the parent and the modules stand beside each other. */
class FlatLayoutTest {

    private static final String POM = "<packaging>pom</packaging>";
    private static final String PARENT = "<parent><groupId>com.example</groupId><artifactId>parent</artifactId>"
            + "<version>1</version><relativePath>../parent</relativePath></parent>";

    @TempDir
    private Path root;

    private Path folder;
    private FakeReactor workspace;

    @BeforeEach
    void start() {
        folder = root.resolve("flat");
        workspace = FakeReactor.ofPoms(folder)
                .pom("agg", "com.example:agg:1", POM, modules("../a", "../b/pom.xml"))
                .pom("parent", "com.example:parent:1", POM)
                .pom("a", "com.example:a:1", PARENT)
                .pom("b", "com.example:b:1", PARENT);
    }

    private static String modules(String... modules) {
        return "<modules><module>" + String.join("</module><module>", modules) + "</module></modules>";
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void a_build_that_was_started_in_a_module_is_partial(String module) {
        assertThat(PartialBuild.of(workspace.session(module)))
                .hasValue("com.example:" + module + " is a module of " + folder.resolve("agg/pom.xml")
                        + ", whose other modules this build leaves out, because it was not started there.");
        assertThat(PartialBuild.unseen(workspace.session(module))).isPresent();
    }

    @Test
    void a_build_of_the_whole_aggregator_is_whole_without_the_parent() {
        assertThat(PartialBuild.of(workspace.session("agg", "a", "b"))).isEmpty();
    }

    @Test
    void an_aggregator_whose_modules_another_one_has_as_well_does_not_count() {
        workspace.pom("all", "com.example:all:1", POM, modules("../a", "../b", "../c"));
        workspace.pom("c", "com.example:c:1");

        assertThat(PartialBuild.of(workspace.session("all", "a", "b", "c"))).isEmpty();
        assertThat(PartialBuild.of(workspace.session("agg", "a", "b")))
                .as("c is left out")
                .hasValue("com.example:a is a module of " + folder.resolve("all/pom.xml")
                        + ", whose other modules this build leaves out, because it was not started there.");
    }

    @Test
    void a_module_that_an_aggregator_has_in_a_profile_counts() throws IOException {
        write(
                "agg/pom.xml",
                "<project><profiles><profile>" + modules("../a", "../b") + "</profile></profiles></project>");

        assertThat(PartialBuild.of(workspace.session("a"))).isPresent();
    }

    @Test
    void a_module_beside_it_that_has_the_same_local_parent_counts() throws IOException {
        Files.delete(folder.resolve("agg/pom.xml"));

        assertThat(PartialBuild.of(workspace.session("a")))
                .hasValue(folder.resolve("b/pom.xml") + " has the same parent as this build, "
                        + folder.resolve("parent/pom.xml").toRealPath() + ", and this build leaves it out.");
    }

    @Test
    void so_does_one_that_has_it_as_the_parent_of_its_parent() throws IOException {
        Files.delete(folder.resolve("agg/pom.xml"));
        Files.delete(folder.resolve("b/pom.xml"));
        workspace.pom("java", "com.example:java:1", POM, PARENT);
        workspace.pom("c", "com.example:c:1", PARENT.replaceAll("parent<(?=/artifactId)|parent<(?=/rel)", "java<"));

        assertThat(PartialBuild.of(workspace.session("a"))).isPresent();
        assertThat(PartialBuild.of(workspace.session("c")))
                .as("the parent itself is no module")
                .isPresent();
    }

    @Test
    void a_parent_in_this_build_shows_which_modules_there_are() {
        workspace
                .pom("nested", "com.example:parent:1", POM, modules("a"))
                .pom("nested/a", "com.example:x:1", PARENT.replace("../parent", ".."))
                .pom("nested/sample", "com.example:sample:1", PARENT.replace("../parent", ".."));

        assertThat(PartialBuild.of(workspace.session("nested", "nested/a"))).isEmpty();
        assertThat(PartialBuild.of(workspace.session("nested/sample")))
                .as("the module a may name versions of it")
                .isPresent();
    }

    @Test
    void unrelated_checkouts_beside_it_do_not_count() throws IOException {
        workspace
                .pom("agg", "com.example:agg:1", POM, modules("../x"))
                .pom("x", "com.example:x:1")
                .pom("y", "com.example:y:1", PARENT.replace("../parent", ""))
                .pom("z", "com.example:z:1", PARENT.replace("../parent", "../nowhere"))
                .pom("b", "com.example:b:1", PARENT.replace("<artifactId>parent<", "<artifactId>other<"));
        write("notes/pom.xml", "<notes/>");
        workspace.pom("copy-of-a", "com.example:a:1", PARENT);

        assertThat(PartialBuild.of(workspace.session("a"))).isEmpty();
    }

    @Test
    void an_aggregator_beside_a_folder_above_counts_up_to_where_the_project_begins() throws IOException {
        workspace
                .pom("ws/agg", "com.example:agg:1", POM, modules("../libs/one", "../libs/two"))
                .pom("ws/libs/one", "com.example:one:1")
                .pom("ws/libs/two", "com.example:two:1");
        assertThat(PartialBuild.of(workspace.session("ws/libs/one"))).isEmpty();

        Files.createDirectory(folder.resolve("ws/.git"));
        assertThat(PartialBuild.of(workspace.session("ws/libs/one"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<project><modules><module>../c</module>",
                "<project><artifactId>a</artifactId><modules><module>../ab</module><module>../c/a-b</module>",
                "<project><parent><artifactId>strangers</artifactId></parent>",
                "no XML at all"
            })
    void a_broken_pom_that_cannot_be_related_does_not_count(String text) throws IOException {
        write("agg/pom.xml", "<project/>");
        write("b/pom.xml", text);

        assertThat(PartialBuild.of(workspace.session("a"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<project><modules><module>../a</module>",
                "<project><modules><module>..\\a\\pom.xml</module>",
                "<project><modules><module>../${name}</module>",
                "<project><parent><artifactId>parent</artifactId></parent>"
            })
    void a_broken_pom_that_may_be_related_stops_the_run(String text) throws IOException {
        write("agg/pom.xml", text);

        assertThatThrownBy(() -> PartialBuild.of(workspace.session("a")))
                .isInstanceOfSatisfying(PackagesException.class, failure -> {
                    assertThat(failure.id()).isEqualTo(PackagesException.Id.POMS_NOT_READABLE);
                    assertThat(failure.tried())
                            .contains(folder.resolve("agg/pom.xml").toString());
                });

        Files.createDirectory(folder.resolve("b/.git"));
        write("a/.mvn/maven.config", "");
        Files.delete(folder.resolve("b/pom.xml"));
        assertThat(PartialBuild.of(workspace.session("a")))
                .as("as the error advises")
                .isEmpty();
    }

    @Test
    void a_comment_in_the_path_of_the_parent_does_not_hide_it() throws IOException {
        Files.delete(folder.resolve("agg/pom.xml"));
        workspace.pom("b", "com.example:b:1", PARENT.replace("</relativePath>", "<!-- below -->\n</relativePath>"));

        assertThat(PartialBuild.of(workspace.session("a"))).isPresent();
    }
}
