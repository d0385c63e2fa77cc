package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Result;
import io.github.ghpackages.SnapshotFile;
import io.github.ghpackages.files.JournalEntry;
import io.github.ghpackages.files.JournalReader;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.files.StoredCompaction;
import io.github.ghpackages.github.SnapshotFiles;
import io.github.ghpackages.retention.NamePatterns;
import io.github.ghpackages.retention.PackageHistory.Guard;
import io.github.ghpackages.run.SnapshotSurvey.Found;
import io.github.ghpackages.run.SnapshotSurvey.Kept;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.StubRequest;
import io.github.ghpackages.stub.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 12.11: a snapshot loses its older builds, and nothing else is ever lost. */
class CompactionTest extends RunSetting {

    private static final String SNAPSHOT = "1.0-SNAPSHOT";
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Predicate<StubRequest> METADATA =
            When.path("maven-metadata.xml").and(When.uploading());

    private final List<String> builds = new ArrayList<>();
    private List<String> advice = List.of();
    private SnapshotFiles files;
    private long old;

    @BeforeEach
    void publish() {
        scene.publish("0.9");
        files = scene.files();
    }

    private void deploy(int count) {
        for (int i = 0; i < count; i++) {
            builds.add(scene.stub()
                    .state()
                    .deployBuild(Scene.REPOSITORY, Scene.APP, SNAPSHOT, FIRST.plus(Duration.ofHours(builds.size()))));
        }
        old = scene.id(SNAPSHOT);
    }

    private List<Found> survey(int keepBuilds, String... keepVersions) {
        return new SnapshotSurvey(null, keepBuilds, NamePatterns.of(List.of(keepVersions)))
                .of(scene.app(), List.of(files))
                .orElseThrow();
    }

    private static Kept plan(Found found) {
        return Objects.requireNonNull(found.plan());
    }

    private Compaction compaction() {
        JournalWriter journal = scene.journal("compact");
        return new Compaction(target -> journal, scene.restore(), file -> "resume " + file, () -> {});
    }

    private Result compact(int keepBuilds, String... keepVersions) {
        Compaction compaction = compaction();
        Result result = compaction.compact(survey(keepBuilds, keepVersions).get(0));
        advice = compaction.advice();
        return result;
    }

    private Result resume() {
        Path file = compactions().get(0);
        return compaction().resume(scene.app(), files, StoredCompaction.read(file), file);
    }

    private List<Path> compactions() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.endsWith(StoredCompaction.NAME)).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The builds that the registry lists, and whose files can be downloaded as they were deployed. */
    private List<String> there() {
        List<SnapshotFile> listed = files.facts(SNAPSHOT).files();
        for (SnapshotFile file : listed) {
            String name = file.name("app");
            assertThat(scene.stub().state().content("acme", Scene.APP, SNAPSHOT, name))
                    .contains("content of " + name);
            assertThat(files.text(SNAPSHOT, name + ".sha1")).isPresent();
        }
        List<String> versions =
                listed.stream().map(SnapshotFile::version).distinct().toList();
        assertThat(listed).hasSize(3 * versions.size());
        return versions;
    }

    private List<String> newest(int count) {
        return builds.subList(builds.size() - count, builds.size());
    }

    @Test
    void keeps_the_newest_builds_and_counts_on() {
        deploy(30);

        assertThat(compact(5)).isEqualTo(Result.of(Outcome.COMPACTED));

        assertThat(there()).isEqualTo(newest(5));
        assertThat(scene.active()).containsExactlyInAnyOrder("0.9", SNAPSHOT);
        assertThat(scene.id(SNAPSHOT)).isNotEqualTo(old);
        assertThat(files.facts(SNAPSHOT).lastUpdated()).isEqualTo(FIRST.plus(Duration.ofHours(29)));
        assertThat(JournalReader.read(folder.resolve("journal-0.jsonl")).deletions())
                .extracting(JournalEntry::reason)
                .containsExactly("uploaded again with 5 of its 30 builds");
        assertThat(compactions()).isEmpty();
        deploy(1);
        assertThat(builds.get(30)).endsWith("-31");
        assertThat(there()).isEqualTo(newest(6));
    }

    @Test
    void shows_what_would_be_freed() {
        deploy(7);

        Found found = survey(5).get(0);

        assertThat(found.builds()).isEqualTo(7);
        assertThat(plan(found).builds().keptBuilds()).isEqualTo(5);
        assertThat(plan(found).freed())
                .isEqualTo(plan(found).builds().removed().stream()
                        .mapToLong(file -> scene.stub()
                                .state()
                                .content("acme", Scene.APP, SNAPSHOT, file.name("app"))
                                .length())
                        .sum());
        assertThat(survey(7)).isEmpty();
    }

    @Test
    void reads_files_that_the_registry_keeps_elsewhere() {
        scene.stub().behaviour().blobStore(true);
        deploy(7);

        assertThat(plan(survey(5).get(0)).freed()).isPositive();
        assertThat(compact(5)).isEqualTo(Result.of(Outcome.COMPACTED));
        assertThat(there()).isEqualTo(newest(5));
    }

    @Test
    void keeps_builds_that_are_named() {
        deploy(7);

        compact(2, builds.get(1));

        assertThat(there()).containsExactly(builds.get(1), builds.get(5), builds.get(6));
    }

    @Test
    void keeps_builds_that_a_pom_references() {
        deploy(7);
        TargetPackage referenced = Scene.with(
                scene.app(), versions -> List.of(new Guard(builds.get(0)::equals, "referenced as a dependency")));

        List<Found> found = new SnapshotSurvey(null, 2, NamePatterns.none())
                .of(referenced, List.of(files))
                .orElseThrow();
        compaction().compact(found.get(0));

        assertThat(there()).containsExactly(builds.get(0), builds.get(5), builds.get(6));
    }

    @Test
    void leaves_a_snapshot_alone_that_is_named() {
        deploy(7);

        assertThat(survey(2, SNAPSHOT)).isEmpty();
    }

    @Test
    void leaves_the_only_version_of_a_package_alone() {
        scene.stub().state().delete("acme", Scene.APP, "0.9");
        deploy(7);

        assertThat(survey(5).get(0).skipped())
                .isEqualTo(new Result(
                        Outcome.SKIPPED, "it is the only version of its package, which GitHub does not delete"));
    }

    @Test
    void leaves_a_snapshot_alone_whose_metadata_can_not_be_read() {
        deploy(7);
        scene.stub().fault(When.metadata(), Fault.answer(404));

        assertThat(survey(5).get(0).skipped())
                .isEqualTo(new Result(Outcome.SKIPPED, "its maven-metadata.xml can't be read: HTTP 404"));
    }

    @Test
    void finds_the_coordinates_by_the_metadata() {
        deploy(7);
        List<SnapshotFiles> places = List.of(scene.files("com", "example.app"), scene.files("com.example", "app"));

        List<Found> found = new SnapshotSurvey(null, 5, NamePatterns.none())
                .of(scene.app(), places)
                .orElseThrow();

        assertThat(plan(found.get(0)).files().artifactId()).isEqualTo("app");
    }

    @Test
    void deletes_nothing_that_was_deployed_since() {
        deploy(7);
        scene.stub()
                .fault(
                        When.deleting().negate().and(When.path(builds.get(6) + "-sources.jar.sha512")),
                        Fault.first(() -> deploy(1)).once());

        assertThat(compact(5)).isEqualTo(new Result(Outcome.CHANGED, "it was deployed again since the plan was made"));
        assertThat(scene.stub().count(When.deleting())).isZero();
        assertThat(there()).hasSize(8);
        assertThat(compactions()).isEmpty();
    }

    @Test
    void deletes_nothing_if_a_file_is_damaged() {
        deploy(7);
        String name = "app-" + builds.get(4) + ".jar";
        scene.stub().state().file("acme", Scene.APP, SNAPSHOT, name, new byte[] {1});

        assertThat(compact(5))
                .isEqualTo(new Result(
                        Outcome.FAILED, "its file " + name + " does not have its checksum sha1; nothing was deleted"));
        assertThat(scene.stub().count(When.deleting())).isZero();
    }

    @Test
    void restores_the_snapshot_if_the_first_upload_is_refused() {
        deploy(7);
        scene.stub().fault(When.uploading(), Fault.answer(403));

        Result result = compact(5);

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.message())
                .isEqualTo("the upload of app-" + builds.get(2) + ".jar failed: the registry answered HTTP 403, so the"
                        + " snapshot was restored with all of its builds");
        assertThat(scene.id(SNAPSHOT)).isEqualTo(old);
        assertThat(there()).isEqualTo(builds);
        assertThat(compactions()).isEmpty();
    }

    @Test
    void goes_on_after_faults_that_pass() {
        deploy(7);
        scene.stub().fault(When.uploading(), Fault.answer(502).after(3).times(2));
        scene.stub().fault(METADATA, Fault.reset().once());

        assertThat(compact(5).outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(there()).isEqualTo(newest(5));
    }

    @Test
    void resumes_after_a_later_upload_was_refused() {
        deploy(7);
        scene.stub().fault(When.uploading(), Fault.answer(403).after(4));

        Result result = compact(5);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.message()).endsWith(" failed: the registry answered HTTP 403");
        assertThat(advice.get(0))
                .startsWith("acme/com.example.app 1.0-SNAPSHOT: what stays of it is in ")
                .endsWith("To go on: resume " + compactions().get(0));
        scene.stub().heal();
        assertThat(resume()).isEqualTo(Result.of(Outcome.COMPACTED));
        assertThat(there()).isEqualTo(newest(5));
        assertThat(compactions()).isEmpty();
    }

    /** Whatever the moment at which nothing comes through any more: all builds are there, or all that stay, at once or resumed. */
    @ParameterizedTest
    @ValueSource(ints = {3, 29, 30, 31, 32, 33, 34, 35, 43, 50, 51, 52, 53, 54, 55, 57, 60, 63})
    void loses_nothing_whenever_it_is_cut_off(int requests) {
        deploy(4);
        Found found = survey(2).get(0);
        scene.stub().forgetRequests();
        scene.stub().fault(When.any(), Fault.reset().after(requests));

        Result result = compaction().compact(found);

        scene.stub().heal();
        if (!compactions().isEmpty()
                && scene.stub().state().deleted("acme", Scene.APP).contains(SNAPSHOT)) {
            result = resume();
        }
        List<String> left = there();
        if (result.outcome() == Outcome.COMPACTED) {
            assertThat(left).isEqualTo(newest(2));
        } else {
            assertThat(left).isEqualTo(builds);
            assertThat(scene.id(SNAPSHOT)).isEqualTo(old);
        }
    }

    @Test
    void uploads_nothing_over_what_was_deployed_after_the_deletion() {
        deploy(7);
        long deleted = old;
        Predicate<StubRequest> afterDeletion = request -> scene.stub().count(When.deleting()) > 0;
        scene.stub()
                .fault(
                        When.listing().and(afterDeletion),
                        Fault.first(() -> deploy(1)).once());

        Result result = compact(5);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.message())
                .isEqualTo("somebody deployed it after its deletion, so nothing was uploaded over that");
        assertThat(advice.get(0)).contains("restore-version -Dghpackages.versionIds=" + deleted);
        assertThat(scene.stub().count(When.uploading())).isZero();
        assertThat(compactions()).hasSize(1);
    }

    @Test
    void leaves_the_metadata_of_a_deploy_during_the_uploads() {
        deploy(7);
        scene.stub()
                .fault(When.uploading(), Fault.first(() -> deploy(1)).after(3).once());

        assertThat(compact(5).message()).startsWith("somebody deployed it after its deletion");
        assertThat(scene.stub().count(METADATA)).isZero();
        assertThat(there()).isEqualTo(newest(1));
    }

    /** A DELETE that seemed to have no effect may take effect later. */
    @Test
    void keeps_the_files_after_a_deletion_that_failed() {
        deploy(7);
        scene.stub().fault(When.deleting(), Fault.answer(500));

        Result result = compact(5);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(compactions()).hasSize(1);
        assertThat(advice.get(0)).endsWith("To go on: resume " + compactions().get(0));
        scene.stub().heal();
        assertThat(resume().message()).isEqualTo("the snapshot has not been deleted, or was restored");
        assertThat(there()).isEqualTo(builds);
    }

    @Test
    void takes_no_other_file_for_one_that_is_there_already() {
        deploy(7);
        String name = "app-" + builds.get(2) + ".pom";
        scene.stub()
                .fault(
                        When.uploading().and(When.path(name)),
                        Fault.answer(409)
                                .meanwhile(() ->
                                        scene.stub().state().file("acme", Scene.APP, SNAPSHOT, name, new byte[] {1})));

        Result result = compact(5);

        assertThat(result.message()).isEqualTo("the upload of " + name + " failed: the registry answered HTTP 409");
        assertThat(compactions()).hasSize(1);
    }

    @Test
    void takes_files_that_are_there_already() {
        deploy(7);
        scene.stub().fault(When.uploading(), Fault.answer(409).afterEffect().after(2));

        assertThat(compact(5)).isEqualTo(Result.of(Outcome.COMPACTED));
        assertThat(there()).isEqualTo(newest(5));
    }

    @Test
    void resumes_nothing_that_is_damaged() throws Exception {
        deploy(7);
        scene.stub().fault(When.uploading(), Fault.answer(403).after(4));
        compact(5);
        scene.stub().heal();
        Path file = compactions().get(0);
        Files.writeString(file.resolveSibling("app-" + builds.get(6) + ".jar"), "cut");
        scene.stub().forgetRequests();

        PackagesException failure = assertThatExceptionOfType(PackagesException.class)
                .isThrownBy(this::resume)
                .actual();

        assertThat(failure.id()).isEqualTo(Id.NOT_RESUMABLE);
        assertThat(failure.reason())
                .isEqualTo("its file app-" + builds.get(6) + ".jar does not have its checksum sha1.");
        assertThat(scene.stub().count(When.uploading())).isZero();
        assertThat(Optional.of(failure.remedy())).get().asString().contains("-Dghpackages.versionIds=" + old);
    }
}
