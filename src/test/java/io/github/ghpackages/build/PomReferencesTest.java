package io.github.ghpackages.build;

import static io.github.ghpackages.build.PomText.dependencies;
import static io.github.ghpackages.build.PomText.dependency;
import static io.github.ghpackages.build.PomText.gav;
import static io.github.ghpackages.build.PomText.imported;
import static io.github.ghpackages.build.PomText.managed;
import static io.github.ghpackages.build.PomText.parent;
import static io.github.ghpackages.build.PomText.plugin;
import static io.github.ghpackages.build.PomText.pom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.reactor.FakeReactor;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomReferencesTest {

    private final FakeReactor workspace;

    PomReferencesTest(@TempDir Path folder) {
        workspace = FakeReactor.ofPoms(folder);
    }

    private FakeReactor parentThatImportsTheBomOfItsProperty() {
        return workspace
                .elsewhere("com.example:bom:7", pom())
                .elsewhere(
                        "com.example:parent:4",
                        pom(),
                        "<properties><bom.version>7</bom.version></properties>",
                        managed(imported("bom", "${bom.version}")));
    }

    @Test
    void names_what_the_reactor_builds() {
        workspace.pom("a", "com.example:a:${revision}", "<properties><revision>1.0-SNAPSHOT</revision></properties>");

        assertThat(named("a", "a")).containsExactly("1.0-SNAPSHOT: built by this reactor");
    }

    @Test
    void names_dependencies_of_modules_that_this_build_leaves_out() {
        workspace.pom("a", "com.example:a:1").pom("b", "com.example:b:1", dependencies(dependency("lib", "3")));

        PomReferences named = PomReferences.of(workspace.session(List.of("a", "b"), List.of("a")));

        assertThat(texts(named, "lib")).containsExactly("3: referenced as a dependency in com.example:b");
    }

    @Test
    void names_managed_dependencies_and_resolves_expressions() {
        workspace.pom(
                "a",
                "com.example:a:1",
                "<properties><x>${y}</x><y>3.1</y></properties>",
                managed(dependency("lib", "${x}")),
                dependencies("<dependency><groupId>com.example</groupId><artifactId>lib</artifactId></dependency>"));

        assertThat(named("lib", "a")).containsExactly("3.1: referenced as a dependency in com.example:a");
        assertThat(named("unknown", "a")).isEmpty();
    }

    @Test
    void names_all_parents_and_what_they_name() {
        workspace
                .elsewhere("com.example:grandparent:5", pom(), managed(dependency("lib", "3")))
                .elsewhere("com.example:parent:4", pom(), parent("grandparent", "5"))
                .pom("a", "com.example:a:1", parent("parent", "4"));

        assertThat(named("parent", "a")).containsExactly("4: referenced as a parent in com.example:a");
        assertThat(named("grandparent", "a")).containsExactly("5: referenced as a parent in com.example:parent");
        assertThat(named("lib", "a")).containsExactly("3: referenced as a managed dependency in com.example:a");
    }

    @Test
    void names_imported_boms_and_what_they_manage() {
        workspace
                .elsewhere("com.example:bom:7", pom(), managed(dependency("lib", "3")))
                .pom("a", "com.example:a:1", managed(imported("bom", "7")));

        assertThat(named("bom", "a")).containsExactly("7: referenced as an imported BOM in com.example:a");
        assertThat(named("lib", "a")).containsExactly("3: referenced as a managed dependency in com.example:a");
    }

    @Test
    void names_the_bom_that_a_module_makes_its_parent_import() {
        parentThatImportsTheBomOfItsProperty()
                .elsewhere("com.example:bom:8", pom())
                .pom("a", "com.example:a:1", parent("parent", "4"))
                .pom(
                        "b",
                        "com.example:b:1",
                        parent("parent", "4"),
                        "<properties><bom.version>8</bom.version></properties>");

        assertThat(named("bom", "a", "b"))
                .containsExactly(
                        "7: referenced as an imported BOM in com.example:parent",
                        "8: referenced as an imported BOM in com.example:parent");
    }

    @Test
    void names_what_the_users_property_selects_and_what_the_pom_selects_without_it() {
        workspace.request().getUserProperties().setProperty("lib.version", "4");
        dependsOnLibByProperty();

        assertThat(named("lib", "a"))
                .containsExactly(
                        "4: referenced as a dependency in com.example:a",
                        "3: referenced as a dependency in com.example:a as ${lib.version}");
    }

    @Test
    void names_plugins_their_dependencies_and_extensions() {
        workspace.pom(
                "a",
                "com.example:a:1",
                "<build><extensions><extension><groupId>com.example</groupId><artifactId>ext</artifactId>"
                        + "<version>6</version></extension></extensions><pluginManagement><plugins>"
                        + plugin("managed-plugin", "<version>2</version>")
                        + "</plugins></pluginManagement><plugins>"
                        + plugin("a-plugin", "<version>1</version>" + dependencies(dependency("lib", "3")))
                        + "</plugins></build>",
                "<reporting><plugins>" + plugin("report-plugin", "<version>8</version>") + "</plugins></reporting>");

        assertThat(named("a-plugin", "a")).containsExactly("1: referenced as a plugin in com.example:a");
        assertThat(named("managed-plugin", "a")).containsExactly("2: referenced as a managed plugin in com.example:a");
        assertThat(named("lib", "a")).containsExactly("3: referenced as a dependency of a plugin in com.example:a");
        assertThat(named("ext", "a")).containsExactly("6: referenced as an extension in com.example:a");
        assertThat(named("report-plugin", "a")).containsExactly("8: referenced as a report plugin in com.example:a");
    }

    @Test
    void names_the_newest_where_a_plugin_has_no_version() {
        workspace.pom("a", "com.example:a:1", "<build><plugins>" + plugin("a-plugin", "") + "</plugins></build>");

        assertThat(named("a-plugin", "a"))
                .containsExactly("RELEASE: referenced as a plugin without a version in com.example:a as RELEASE");
    }

    @Test
    void names_nothing_where_a_version_is_empty() {
        workspace.pom(
                "a",
                "com.example:a:1",
                "<profiles><profile><id>off</id>",
                dependencies(dependency("lib", " ")),
                "</profile></profiles>");

        assertThat(named("lib", "a")).isEmpty();
    }

    @Test
    void names_coordinates_in_the_configuration_of_plugins() {
        workspace.pom(
                "a",
                "com.example:a:1",
                "<build><plugins>"
                        + plugin(
                                "x-plugin",
                                "<configuration><paths><path>" + gav("processor", "3")
                                        + "</path></paths></configuration>"
                                        + "<executions><execution><configuration><items><item>" + gav("item", "4")
                                        + "</item></items></configuration></execution></executions>")
                        + "</plugins></build>");

        assertThat(named("processor", "a"))
                .containsExactly("3: referenced as configured for a plugin in com.example:a");
        assertThat(named("item", "a")).containsExactly("4: referenced as configured for a plugin in com.example:a");
    }

    @Test
    void names_what_profiles_name_also_when_they_are_not_active() {
        workspace.pom(
                "a",
                "com.example:a:1",
                "<profiles><profile><id>off</id><properties><x>9</x></properties>",
                dependencies(dependency("lib", "${x}")),
                "<build><plugins>" + plugin("a-plugin", "<version>2</version>")
                        + "</plugins></build></profile></profiles>");

        assertThat(named("lib", "a")).containsExactly("9: referenced as a dependency in profile off of com.example:a");
        assertThat(named("a-plugin", "a")).containsExactly("2: referenced as a plugin in profile off of com.example:a");
    }

    @Test
    void names_what_a_profile_selects_by_a_property() {
        parentThatImportsTheBomOfItsProperty()
                .pom(
                        "a",
                        "com.example:a:1",
                        parent("parent", "4"),
                        "<properties><lib.version>3</lib.version></properties>",
                        dependencies(dependency("lib", "${lib.version}")),
                        "<profiles><profile><id>lts</id><properties><lib.version>2</lib.version>"
                                + "<bom.version>6</bom.version></properties></profile><profile><id>more</id>"
                                + dependencies(dependency("extra", "${lib.version}")) + "</profile></profiles>");

        assertThat(named("lib", "a"))
                .containsExactly(
                        "3: referenced as a dependency in com.example:a",
                        "2: referenced as a dependency in com.example:a as ${lib.version}");
        assertThat(named("bom", "a"))
                .containsExactly(
                        "7: referenced as an imported BOM in com.example:parent",
                        "6: referenced as an imported BOM in com.example:parent as ${bom.version}");
        assertThat(named("extra", "a"))
                .containsExactly(
                        "3: referenced as a dependency in profile more of com.example:a",
                        "2: referenced as a dependency in profile more of com.example:a as ${lib.version}");
    }

    @Test
    void names_what_is_selected_when_the_profiles_of_today_are_not_active() {
        workspace.pom(
                "a",
                "com.example:a:1",
                "<properties><lib.version>3</lib.version></properties>",
                dependencies(dependency("lib", "${lib.version}")),
                "<profiles><profile><id>today</id><activation><activeByDefault>true</activeByDefault></activation>"
                        + "<properties><lib.version>4</lib.version></properties></profile></profiles>");

        assertThat(named("lib", "a"))
                .containsExactly(
                        "4: referenced as a dependency in com.example:a",
                        "3: referenced as a dependency in com.example:a as ${lib.version}");
    }

    @Test
    void names_what_a_profile_of_the_settings_selects() {
        Profile profile = new Profile();
        profile.getProperties().setProperty("lib.version", "5");
        workspace.request().addProfile(profile);
        dependsOnLibByProperty();

        assertThat(named("lib", "a"))
                .containsExactly(
                        "3: referenced as a dependency in com.example:a",
                        "5: referenced as a dependency in com.example:a as ${lib.version}");
    }

    @Test
    void names_all_where_a_version_can_have_too_many_values() {
        String digits = IntStream.range(0, 12)
                .mapToObj(
                        i -> "<profile><id>p" + i + "</id><properties><digit>" + i + "</digit></properties></profile>")
                .collect(Collectors.joining());
        workspace.pom(
                "a",
                "com.example:a:1",
                "<properties><digit>0</digit></properties>",
                dependencies(dependency("lib", "${digit}.${digit}.${digit}.${digit}.${digit}")),
                "<profiles>" + digits + "</profiles>");

        assertThat(named("lib", "a"))
                .containsExactly(
                        "0.0.0.0.0: referenced as a dependency in com.example:a",
                        "${digit}.${digit}.${digit}.${digit}.${digit}: referenced as a dependency in com.example:a as"
                                + " ${digit}.${digit}.${digit}.${digit}.${digit}, which can't be resolved here");
    }

    @Test
    void names_what_is_in_a_pom_although_flatten_has_emptied_mavens_model_of_it() {
        workspace.pom(
                "a",
                "com.example:a:1",
                "<profiles><profile><id>off</id>",
                dependencies(dependency("lib", "3")),
                "</profile></profiles>");
        MavenSession session = workspace.session("a");
        MavenProject project = session.getAllProjects().get(0);
        project.setOriginalModel(new Model());
        project.setFile(new File("target/.flattened-pom.xml"));

        assertThat(texts(PomReferences.of(session), "lib"))
                .containsExactly("3: referenced as a dependency in profile off of com.example:a");
    }

    @Test
    void names_what_is_in_mavens_model_although_the_pom_is_missing_or_not_xml() {
        workspace.pom("a", "com.example:a:1", managed(imported("bom", "7")));
        workspace.elsewhere("com.example:bom:7", pom());
        MavenSession session = workspace.session("a");
        workspace.overwrite("a", "not: <xml");

        assertThat(texts(PomReferences.of(session), "bom"))
                .containsExactly("7: referenced as an imported BOM in com.example:a");
    }

    @Test
    void reads_entities_and_prefixes_that_maven_reads_without_a_declaration() {
        workspace.pom(
                "a",
                "com.example:a:1",
                "<name>J&oslash;rgen &copy;</name><build><plugins>"
                        + plugin("x-plugin", "<configuration><x:if set='y'>com.example:lib:1.2</x:if></configuration>")
                        + "</plugins></build>");
        MavenSession session = workspace.session("a");
        session.getAllProjects().get(0).setOriginalModel(new Model());
        session.getAllProjects().get(0).getModel().setBuild(null);

        assertThat(texts(PomReferences.of(session), "lib"))
                .containsExactly("1.2: referenced as com.example:lib:1.2 in com.example:a");
    }

    @Test
    void an_entity_of_html_in_a_version_may_be_any_text() {
        workspace.pom("a", "com.example:a:1", managed(imported("bom", "7&middot;1")));
        workspace.elsewhere("com.example:bom:7\u00b71", pom());
        MavenSession session = workspace.session("a");
        session.getAllProjects().get(0).setOriginalModel(new Model());

        assertThat(texts(PomReferences.of(session), "bom"))
                .containsExactly("7${xml-entity.middot}1: referenced as an imported BOM in com.example:a as"
                        + " 7${xml-entity.middot}1, which can't be resolved here");
    }

    @Test
    void an_entity_of_html_in_a_text_may_be_any_text() {
        workspace.pom("a", "com.example:a:1", "<description>See com.example:l&iota;b:1.2</description>");

        assertThat(named("lxb", "a"))
                .containsExactly("1.2: referenced as com.example:l${xml-entity.iota}b:1.2 in com.example:a");
    }

    @Test
    void names_the_relocation() {
        workspace
                .pom("a", "com.example:a:1", relocation("<artifactId>lib</artifactId><version>2</version>"))
                .pom("b", "com.example:b:3", relocation("<artifactId>lib</artifactId>"))
                .pom(
                        "c",
                        "com.example:lib:9",
                        relocation("<version>${next}</version>"),
                        "<properties><next>8</next></properties>");

        assertThat(named("lib", "a", "b", "c"))
                .containsExactly(
                        "9: built by this reactor",
                        "2: referenced as the relocation in com.example:a",
                        "3: referenced as the relocation in com.example:b",
                        "8: referenced as the relocation in com.example:lib");
    }

    @Test
    void names_coordinates_in_attributes_and_in_the_configuration_of_reports() {
        workspace.pom(
                "a",
                "com.example:a:1",
                "<build><plugins>"
                        + plugin(
                                "x-plugin",
                                "<configuration><artifact groupId='com.example' artifactId='lib' version='1'/>"
                                        + "<get coords='com.example:lib:2'/></configuration>")
                        + "</plugins></build>",
                "<reporting><plugins>"
                        + plugin(
                                "r-plugin",
                                "<configuration><a>com.example:lib:3</a></configuration><reportSets><reportSet>"
                                        + "<configuration><a>com.example:lib:4</a></configuration></reportSet></reportSets>")
                        + "</plugins></reporting>");

        assertThat(named("lib", "a"))
                .containsExactlyInAnyOrder(
                        "1: referenced as configured for a plugin in com.example:a",
                        "2: referenced as com.example:lib:2 in com.example:a",
                        "3: referenced as com.example:lib:3 in com.example:a",
                        "4: referenced as com.example:lib:4 in com.example:a");
    }

    @Test
    void names_coordinates_in_a_text_of_which_a_profile_sets_the_version() {
        workspace.pom(
                "a",
                "com.example:a:1",
                "<properties><v>1</v><tool>com.example:lib:${v}:exe</tool></properties><build><plugins>"
                        + plugin("x-plugin", "<configuration><tool>${tool}</tool></configuration>")
                        + "</plugins></build>",
                "<profiles><profile><id>next</id><properties><v>2</v></properties></profile></profiles>");

        assertThat(named("lib", "a"))
                .contains(
                        "1: referenced as com.example:lib:1 in com.example:a",
                        "2: referenced as com.example:lib:2 in com.example:a");
    }

    @Test
    void names_coordinates_that_an_extension_of_the_build_has_configured() {
        workspace.pom("a", "com.example:a:1", "<build><plugins>" + plugin("x-plugin", "") + "</plugins></build>");
        MavenSession session = workspace.session("a");
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.setValue("com.example:lib:1.2");
        session.getAllProjects().get(0).getPlugin("com.example:x-plugin").setConfiguration(configuration);

        assertThat(texts(PomReferences.of(session), "lib"))
                .containsExactly("1.2: referenced as com.example:lib:1.2 in com.example:a");
    }

    @Test
    void shows_ranges_and_what_cannot_be_resolved() {
        workspace.pom(
                "a",
                "com.example:a:1",
                dependencies(dependency("ranged", "[1,2)") + dependency("newest", "LATEST")),
                "<profiles><profile><id>off</id>",
                dependencies(dependency("unclear", "${x}") + dependency("looped", "${loop}")),
                "<properties><loop>${loop}</loop></properties></profile></profiles>");

        assertThat(named("ranged", "a")).containsExactly("[1,2): referenced as a dependency in com.example:a as [1,2)");
        assertThat(named("newest", "a"))
                .containsExactly("LATEST: referenced as a dependency in com.example:a as LATEST");
        assertThat(named("unclear", "a"))
                .containsExactly(
                        "${x}: referenced as a dependency in profile off of com.example:a as ${x}, which can't be resolved here");
        assertThat(named("looped", "a")).singleElement().asString().startsWith("${loop}");
    }

    @Test
    void names_every_package_that_an_unresolved_name_can_mean() {
        workspace.pom(
                "a",
                "com.example:a:1",
                "<profiles><profile><id>off</id>",
                dependencies(dependency("lib-${os}", "3")),
                "</profile></profiles>");

        assertThat(named("lib-linux", "a"))
                .containsExactly("3: referenced as a dependency in profile off of com.example:a");
        assertThat(named("lib", "a")).isEmpty();
    }

    @Test
    void ignores_the_case_of_a_name() {
        workspace.pom("a", "com.Example:a:1");

        assertThat(PomReferences.of(workspace.session("a")).of(new PackageName(PackageType.MAVEN, "COM.example.A")))
                .hasSize(1);
    }

    @Test
    void names_nothing_of_other_types() {
        workspace.pom("a", "com.example:a:1");

        assertThat(PomReferences.of(workspace.session("a")).of(new PackageName(PackageType.NPM, "com.example.a")))
                .isEmpty();
    }

    @Test
    void stops_when_a_model_cannot_be_read() {
        workspace.pom("a", "com.example:a:1", "<build><plugins>" + plugin("x-plugin", "") + "</plugins></build>");
        var session = workspace.session("a");
        session.getAllProjects().get(0).getModel().getBuild().addPlugin(new Plugin() {
            @Override
            public String getVersion() {
                throw new IllegalStateException("broken");
            }
        });

        assertThatThrownBy(() -> PomReferences.of(session)).isInstanceOfSatisfying(PackagesException.class, failure -> {
            assertThat(failure.id()).isEqualTo(PackagesException.Id.POMS_NOT_READABLE);
            assertThat(failure.tried()).isEqualTo("Reading the versions that the poms reference failed.");
        });
    }

    /** The module a, whose pom selects version 3 of lib by the property lib.version. */
    private void dependsOnLibByProperty() {
        workspace.pom(
                "a",
                "com.example:a:1",
                "<properties><lib.version>3</lib.version></properties>",
                dependencies(dependency("lib", "${lib.version}")));
    }

    private static String relocation(String content) {
        return "<distributionManagement><relocation>" + content + "</relocation></distributionManagement>";
    }

    private List<String> named(String artifactId, String... folders) {
        return texts(PomReferences.of(workspace.session(folders)), artifactId);
    }

    private static List<String> texts(PomReferences named, String artifactId) {
        return named.of(PackageName.maven("com.example", artifactId)).stream()
                .map(version -> version.version() + ": " + version.reason())
                .toList();
    }
}
