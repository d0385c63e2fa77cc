package io.github.ghpackages.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.ghpackages.github.SnapshotMetadataReader.SnapshotFacts;
import io.github.ghpackages.github.SnapshotMetadataReader.SnapshotMetadataFile;
import io.github.ghpackages.http.QuickHttp;
import io.github.ghpackages.http.Token;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.StubGitHub;
import io.github.ghpackages.stub.StubRequest;
import io.github.ghpackages.stub.When;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotMetadataReaderTest {

    private static final Instant DEPLOYED = Instant.parse("2026-03-04T05:06:07Z");

    private final StubGitHub stub = StubGitHub.start();
    private final String secret = stub.accounts().adminToken("octocat", "acme/app");
    private final SnapshotMetadataReader reader = new SnapshotMetadataReader(
            QuickHttp.settings(URI.create(stub.registryUrl("acme", "app")), new Token(secret, "a test")), "octocat");

    @AfterEach
    void stop() {
        reader.close();
        stub.close();
    }

    @Test
    void reads_when_a_snapshot_was_last_deployed_and_how_often() {
        deploy(3);
        assertThat(read())
                .extracting(
                        SnapshotFacts::lastUpdated,
                        SnapshotFacts::buildNumber,
                        SnapshotFacts::builds,
                        SnapshotFacts::problem)
                .containsExactly(DEPLOYED, 3, 3, null);
        StubRequest sent = stub.requests().get(0);
        assertThat(sent.path()).isEqualTo("/acme/app/com/example/app/1.0-SNAPSHOT/maven-metadata.xml");
        assertThat(sent.header("cache-control")).contains("no-cache");
        assertThat(sent.header("authorization"))
                .contains("Basic " + Base64.getEncoder().encodeToString(("octocat:" + secret).getBytes(UTF_8)));
    }

    @Test
    void follows_a_redirect_to_another_server_without_the_token() {
        deploy(1);
        stub.behaviour().blobStore(true);
        assertThat(read().lastUpdated()).isEqualTo(DEPLOYED);
        assertThat(stub.requests())
                .extracting(sent -> sent.header("authorization").isPresent())
                .containsExactly(true, false);
    }

    @Test
    void never_sends_the_token_again_once_it_was_redirected() {
        deploy(1);
        stub.fault(When.metadata(), Fault.redirect(302, stub.otherOrigin() + "/hop"));
        stub.fault(When.path("/hop"), Fault.redirect(302, stub.url() + "/acme/app/com/example/app/1.0-SNAPSHOT/other"));
        assertThat(read().lastUpdated()).isNull();
        assertThat(stub.requests())
                .extracting(sent -> sent.header("authorization").isPresent())
                .containsExactly(true, false, false);
    }

    @Test
    void gives_up_on_redirects_without_an_end() {
        stub.fault(When.any(), Fault.redirect(302, stub.otherOrigin() + "/hop"));
        assertThat(read().problem()).startsWith("its maven-metadata.xml can't be read: The server redirects it to ");
        assertThat(stub.requests()).hasSize(4);
    }

    @Test
    void says_why_nothing_is_known() {
        assertThat(read()).isEqualTo(SnapshotFacts.unknown("its maven-metadata.xml can't be read: HTTP 404"));
        stub.fault(When.any(), Fault.answer(401));
        assertThat(read().problem()).isEqualTo("its maven-metadata.xml can't be read: HTTP 401");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Sign in</body></html>",
                "<metadata>",
                "<!DOCTYPE metadata [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><metadata><versioning><lastUpdated>&x;</lastUpdated></versioning></metadata>",
                "<!DOCTYPE metadata><metadata><versioning><lastUpdated>20260304050607</lastUpdated></versioning></metadata>",
                "<metadata><versioning><lastUpdated>20261304050607</lastUpdated></versioning></metadata>",
                "<metadata><versioning><lastUpdated>yesterday</lastUpdated></versioning></metadata>",
                "<metadata><versioning/></metadata>",
                "<metadata><version>2.0-SNAPSHOT</version><versioning><lastUpdated>20260304050607</lastUpdated></versioning></metadata>"
            })
    void knows_nothing_from_a_file_that_is_not_of_this_snapshot(String content) {
        deploy(1);
        stub.state().file("acme", "com.example.app", "1.0-SNAPSHOT", "maven-metadata.xml", content.getBytes(UTF_8));
        SnapshotFacts facts = read();
        assertThat(facts.lastUpdated()).isNull();
        assertThat(facts.problem()).startsWith("its maven-metadata.xml ").doesNotEndWith(".");
    }

    @Test
    void bounds_how_deep_a_file_may_go() {
        deploy(1);
        stub.state()
                .file(
                        "acme",
                        "com.example.app",
                        "1.0-SNAPSHOT",
                        "maven-metadata.xml",
                        "<a>".repeat(100_000).getBytes(UTF_8));
        assertThat(read().problem()).isEqualTo("its maven-metadata.xml is not XML that can be read safely");
    }

    /** The path of each element was kept as a text, so that 16 MB of elements filled the memory. */
    @Test
    void reads_a_large_file_of_other_elements_in_no_time_and_keeps_nothing_of_them() {
        StringBuilder xml = new StringBuilder("<metadata>");
        String name = "a".repeat(900);
        xml.append(("<" + name + ">").repeat(18));
        for (int i = 0; xml.length() < 8 * 1024 * 1024; i++) {
            xml.append("<b").append(i).append("/>");
        }
        xml.append(("</" + name + ">").repeat(18)).append("<versioning><lastUpdated>20260304050607</lastUpdated>");
        String file = xml.append("</versioning></metadata>").toString();

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(SnapshotMetadataFile.read(file, "1.0-SNAPSHOT").lastUpdated())
                        .isEqualTo(DEPLOYED));
    }

    @Test
    void takes_the_later_of_two_times_and_the_larger_count_of_builds() {
        String xml = "<metadata><versioning><snapshot><timestamp>20260304.050608</timestamp></snapshot>"
                + "<lastUpdated>20260304050607</lastUpdated><snapshotVersions>"
                + "<snapshotVersion><value>1.0-20260304.050607-1</value></snapshotVersion>"
                + "<snapshotVersion><value>1.0-20260304.050608-2</value></snapshotVersion>"
                + "<snapshotVersion><value>1.0-20260304.050608-2</value></snapshotVersion>"
                + "</snapshotVersions></versioning></metadata>";
        assertThat(SnapshotMetadataFile.read(xml, "1.0-SNAPSHOT"))
                .extracting(
                        SnapshotFacts::lastUpdated,
                        SnapshotFacts::buildNumber,
                        SnapshotFacts::builds,
                        SnapshotFacts::problem)
                .containsExactly(DEPLOYED.plusSeconds(1), null, 2, null);
    }

    @Test
    void reads_a_few_at_a_time() {
        deploy(1);
        stub.behaviour().latency(Duration.ofMillis(50));
        List<SnapshotFacts> facts =
                IntStream.range(0, 12).parallel().mapToObj(i -> read()).toList();
        assertThat(facts).hasSize(12).allMatch(known -> known.lastUpdated() != null);
        assertThat(stub.limits().mostAtOnce()).isLessThanOrEqualTo(4);
    }

    private void deploy(int builds) {
        for (int i = builds - 1; i >= 0; i--) {
            stub.state()
                    .deploySnapshot("acme/app", "com.example:app", "1.0-SNAPSHOT", DEPLOYED.minus(Duration.ofDays(i)));
        }
    }

    private SnapshotFacts read() {
        return reader.read("com.example", "app", "1.0-SNAPSHOT");
    }
}
