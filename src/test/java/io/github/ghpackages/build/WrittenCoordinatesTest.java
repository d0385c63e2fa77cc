package io.github.ghpackages.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackageName;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coordinates with a version, in the notations that people use in poms. */
class WrittenCoordinatesTest {

    private final WrittenCoordinates written = new WrittenCoordinates();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme:lib:1.2",
                "com.acme:lib:jar:1.2",
                "com.acme:lib:jar:sources:1.2",
                "com.acme:lib:jar:1.2:compile",
                "com.acme:lib:*:1.2",
                "com.acme:lib:*:*:1.2",
                "com.acme:lib:jar:*:1.2",
                "com.acme:lib:1.2:exe",
                "com.acme:lib:1.2:exe:${os.detected.classifier}",
                "com.acme:lib:1.2@zip",
                "com.acme:lib:1.2:goal@execution",
                "-Dartifact=com.acme:lib:1.2",
                "java -Dx='com.acme:lib:1.2' run",
                "com.acme:other:1,com.acme:lib:1.2",
                "\n  com.acme:other:1\n  com.acme:lib:1.2\n",
                "clean com.acme:lib:1.2:run deploy",
                "It needs com.acme:lib:1.2.",
                "(com.acme:lib:1.2)",
                "COM.Acme:Lib:1.2",
                "com/acme/lib/1.2",
                "/repo/com/acme/lib/1.2/",
                "C:\\repo\\com\\acme\\lib\\1.2\\lib-1.2.jar",
                "https://maven.pkg.github.com/acme/shop/com/acme/lib/1.2/lib-1.2.jar",
                "https://maven.pkg.github.com/acme/shop/com/acme/lib/1.2/lib-1.2.jar?x=y#z",
                "${github.registry}/acme/shop/com/acme/lib/1.2/lib-1.2.jar",
                "mvn:com.acme/lib/1.2/zip/dist",
                "pkg:maven/com.acme/lib@1.2?type=jar",
                "com.acme#lib;1.2"
            })
    void are_found(String text) {
        assertThat(versions(text)).contains("1.2").allMatch(version -> !Expressions.isLeftIn(version));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme:library:1.2",
                "com.acme:my-lib:1.2",
                "org.com.acme:lib:1.2",
                "xcom.acme:lib:1.2",
                "com.acme:lib",
                "com.acme:lib:",
                "com.acme:lib:*",
                "com.acme:lib 1.2",
                "com/acme/lib",
                "com/acme/lib.core/1.2",
                "github.com/acme/lib/1.2",
                "${a}:${b}:${c}",
                "${a}/${b}/${c}",
                "${project.build.directory}/lib/${c}",
                "",
                ":::::",
                "/"
            })
    void of_another_package_or_without_a_version_are_not_found(String text) {
        assertThat(versions(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "com.acme:lib:[1.0,2.0) | [1.0,2.0)",
                "com.acme:lib:[1.0, 2.0):jar | [1.0, 2.0)",
                "com.acme:lib:(,1.0],[1.2,) | (,1.0],[1.2,)",
                "com.acme:lib:[1.0,2.0),com.acme:other:1 | [1.0,2.0)",
                "com.acme:lib:jar:[1.0] | [1.0]",
                "com.acme:lib:[1.0,2.0 | [",
                "com.acme:lib:LATEST | LATEST",
                "com.acme:lib:${lib.version}:exe | ${lib.version}",
                "com.acme:lib:jar:${lib.version} | ${lib.version}",
                "com/acme/lib/${lib.version}/ | ${lib.version}",
                "com.acme:lib:1.0+build:jar | 1.0+build",
                "com/acme/lib/1.0%2Bbuild/ | 1.0+build",
                "com.acme:lib:1.0-20260101.101010-1 | 1.0-20260101.101010-1",
                "com.acme:lib:1.0=b#2 | 1.0=b#2"
            })
    void have_their_version_as_it_is_written(String text, String version) {
        assertThat(versions(text)).contains(version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme:${art}:1.2",
                "com.acme:li${x}:1.2",
                "${group}:lib:1.2",
                "${group}.acme:lib:jar:1.2",
                "com/acme/${art}/1.2/x.jar"
            })
    void of_every_package_that_an_unresolved_name_can_mean_are_found(String text) {
        assertThat(versions(text)).contains("1.2");
    }

    @Test
    void of_a_package_that_an_unresolved_name_can_not_mean_are_not_found() {
        written.add("com.acme:${art}-core:1.2 com/other/${art}/1.2 ${group}.other:lib:1.2", "x");

        assertThat(written.of(PackageName.maven("com.acme", "lib"))).isEmpty();
    }

    @Test
    void are_shown_with_where_they_are() {
        written.add("get com.acme:lib:jar:1.2:compile", "com.example:a");
        written.add("com.acme:lib:${v}", "com.example:b");

        assertThat(written.of(PackageName.maven("com.acme", "lib")))
                .extracting(PomReference::reason)
                .contains(
                        "referenced as com.acme:lib:jar:1.2 in com.example:a",
                        "referenced as com.acme:lib:${v}, which can't be resolved here, in com.example:b");
    }

    @Test
    void with_dots_in_the_artifact_are_found_as_github_joins_them() {
        written.add("com.acme:lib.core:1.2", "x");

        assertThat(written.of(PackageName.maven("com.acme.lib", "core"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a:", "a/", "@", "a:[", "(", "${", "${a}:", "a.", "a@1", "[1,", "a:b:[1,2),", ":${", "}", "a b:"
            })
    void are_looked_for_in_linear_time(String piece) {
        String text = piece.repeat(300_000);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            written.add(text, "x");
            written.of(PackageName.maven("a", "a"));
            written.of(PackageName.maven("com.acme", "lib"));
        });
    }

    private List<String> versions(String text) {
        written.add(text, "x");
        return written.of(PackageName.maven("com.acme", "lib")).stream()
                .map(PomReference::version)
                .toList();
    }
}
