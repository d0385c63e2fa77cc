package io.github.ghpackages;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds the arrows: who may know whom. */
@AnalyzeClasses(packages = "io.github.ghpackages", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.ghpackages";
    private static final String HTTP_CLIENT = "org.apache.hc..";
    private static final String GSON = "com.google.gson..";

    @ArchTest
    static final ArchRule text_knows_nobody = only("text");

    @ArchTest
    static final ArchRule the_nouns_know_text = only("");

    @ArchTest
    static final ArchRule json_knows_text = only("json");

    @ArchTest
    static final ArchRule arguments_know_build = only("arguments", "build");

    @ArchTest
    static final ArchRule retention_knows_no_other_package = only("retention");

    @ArchTest
    static final ArchRule http_knows_json = only("http", "json");

    @ArchTest
    static final ArchRule github_knows_http_and_json = only("github", "http", "json");

    @ArchTest
    static final ArchRule build_knows_http = only("build", "http");

    @ArchTest
    static final ArchRule files_know_retention_and_json = only("files", "retention", "json");

    @ArchTest
    static final ArchRule run_knows_github_files_and_retention = only("run", "github", "files", "retention");

    @ArchTest
    static final ArchRule report_knows_run_files_retention_and_json =
            only("report", "run", "files", "retention", "json");

    @ArchTest
    static final ArchRule no_package_knows_itself_in_a_circle =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule one_door_leads_to_the_network = noClasses()
            .that(resideInAPackage(ROOT + "..").and(DescribedPredicate.not(resideInAPackage(ROOT + ".http.."))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HTTP_CLIENT, "java.net.http..", "javax.net..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.HttpURLConnection")
            .orShould()
            .callMethod(URL.class, "openConnection")
            .orShould()
            .callMethod(URL.class, "openStream");

    @ArchTest
    static final ArchRule few_packages_know_the_library_for_json = noClasses()
            .that(resideInAPackage(ROOT + "..")
                    .and(DescribedPredicate.not(
                            resideInAnyPackage(ROOT + ".json..", ROOT + ".files..", ROOT + ".report.."))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(GSON);

    @ArchTest
    static final ArchRule no_public_method_shows_a_librarys_types = methods()
            .that()
            .arePublic()
            .or()
            .areProtected()
            .and()
            .areDeclaredInClassesThat(isPublic())
            .should(ShownTypes.notBeIn(HTTP_CLIENT, GSON));

    @ArchTest
    static final ArchRule retention_reads_no_clock_and_no_file = noClasses()
            .that()
            .resideInAPackage(ROOT + ".retention..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "org.apache.maven..", "org.eclipse.aether..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .callMethod(java.time.Instant.class, "now");

    @ArchTest
    static final ArchRule maven_stays_where_the_build_is_known = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + ".http..", ROOT + ".github..", ROOT + ".files..", ROOT + ".report..", ROOT + ".run..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..");

    /** A report that goes raw to the process's standard output flushes {@code System.out} before, and that is all. */
    @ArchTest
    static final ArchRule nothing_prints_to_the_console = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "print to a PrintStream",
                    call -> call.getTargetOwner().isEquivalentTo(java.io.PrintStream.class)
                            && !call.getName().equals("flush")))
            .orShould()
            .accessField(System.class, "err");

    /** Where texts leave: errors, results, reports, files and the log. And where a text is shown without its secrets. */
    @ArchTest
    static final ArchRule texts_are_made_harmless_where_they_leave_and_nowhere_else = noClasses()
            .that(DescribedPredicate.not(resideInAnyPackage(ROOT + ".text..", ROOT + ".json.."))
                    .and(DescribedPredicate.describe(
                            "no place where texts leave",
                            type -> !Set.of(
                                            "PackagesException",
                                            "Result",
                                            "ShownUrl",
                                            "Argument",
                                            "Response",
                                            "SafeCause",
                                            "JournalFormat",
                                            "PlanFile",
                                            "Report",
                                            "ReportFile",
                                            "Screen",
                                            "Markdown",
                                            "CsvFormat",
                                            "HtmlFormat",
                                            "Table",
                                            "AbstractReactorMojo",
                                            "Console")
                                    .contains(type.getSimpleName()))))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(ROOT + ".text.SafeText");

    @ArchTest
    static final ArchRule the_goals_log_through_one_class = noClasses()
            .that(DescribedPredicate.describe(
                    "other than AbstractReactorMojo",
                    type -> !type.getSimpleName().equals("AbstractReactorMojo")))
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "write to Maven's log",
                    call -> call.getTargetOwner().getName().equals("org.apache.maven.plugin.logging.Log")
                            && Set.of("debug", "info", "warn", "error").contains(call.getName())));

    @ArchTest
    static final ArchRule nothing_is_static_and_changes =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule nothing_waits_blindly = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @Test
    void every_package_says_what_lives_there() throws Exception {
        List<Path> silent = new ArrayList<>();
        Path sources = sources();
        try (var files = Files.walk(sources)) {
            files.filter(Files::isDirectory)
                    .filter(directory -> hasSources(directory) && !Files.exists(directory.resolve("package-info.java")))
                    .forEach(silent::add);
        }
        assertThat(silent).isEmpty();
    }

    private static Path sources() throws URISyntaxException {
        Path classes = Path.of(ArchitectureTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return classes.resolve("../../src/main/java").normalize();
    }

    private static boolean hasSources(Path directory) {
        try (var files = Files.newDirectoryStream(directory, "*.java")) {
            return files.iterator().hasNext();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Of ours, classes of this package know themselves, the nouns, the texts and these packages. */
    private static ArchRule only(String name, String... known) {
        List<String> allowed = new ArrayList<>(List.of(ROOT, packageOf(name), packageOf("text")));
        for (String other : known) {
            allowed.add(packageOf(other) + "..");
        }
        if (!name.isEmpty()) {
            allowed.add(packageOf(name) + "..");
        }
        DescribedPredicate<JavaClass> ours = resideInAPackage(ROOT + "..");
        return classes()
                .that()
                .resideInAPackage(name.isEmpty() ? ROOT : packageOf(name) + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(allowed.toArray(String[]::new)).or(DescribedPredicate.not(ours)))
                .allowEmptyShould(true);
    }

    private static String packageOf(String name) {
        return name.isEmpty() ? ROOT : ROOT + "." + name;
    }

    private static DescribedPredicate<JavaClass> isPublic() {
        return DescribedPredicate.describe("public", type -> type.getModifiers().contains(JavaModifier.PUBLIC));
    }
}
