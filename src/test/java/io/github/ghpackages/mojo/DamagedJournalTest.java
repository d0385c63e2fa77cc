package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal with a value that the plugin never writes is a damaged journal, whatever the value is. */
@MojoTest
@MojoParameter(name = "journal", value = DamagedJournalTest.JOURNAL)
class DamagedJournalTest extends MojoSetting {

    static final String JOURNAL = "damaged.jsonl";

    DamagedJournalTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    @BeforeEach
    void publish() {
        publish("acme/app", APP, 2);
        github.state().delete("acme", APP, "1.0");
    }

    private void journal(String maxWait, String id, String name) throws IOException {
        String header = """
                {"type":"header","schema":1,"pluginVersion":"1.0","runId":"%s","operation":"prune","apiUrl":"%s",\
                "owner":"acme","login":null,"startedAt":"2026-01-09T00:00:00Z","where":{},\
                "policy":{"maxWait":{"value":"%s","source":"default"}}}
                """.formatted(DAMAGED, github.url(), maxWait);
        String deletion = """
                {"type":"delete","at":"2026-01-09T00:00:00Z","apiUrl":"%s","owner":"acme","packageType":"maven",\
                "package":"%s","id":%s,"name":"1.0","state":"active","createdAt":null,"updatedAt":null,\
                "deletedAt":null,"url":null,"rule":"keepReleases","reason":"old"}
                """.formatted(github.url(), name, id);
        Files.writeString(folder.resolve(JOURNAL), header + deletion);
    }

    private void assertDamaged(RestoreVersionMojo restore, String reason) {
        PackagesException refusal = refusal(restore);

        assertThat(refusal.id()).isEqualTo(Id.JOURNAL_NOT_READABLE);
        assertThat(refusal.tried()).isEqualTo("Reading the journal " + folder.resolve(JOURNAL) + " failed.");
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(github.count(When.restoring())).isZero();
    }

    @Test
    void a_negative_id_is_one(@InjectMojo(goal = "restore-version") RestoreVersionMojo restore) throws Exception {
        journal("10m", "-7", "com.example.app");

        assertDamaged(restore, "Line 2 is not a line of a journal: id is not a whole number above 0.");
    }

    @Test
    void a_package_that_can_not_be_one_is_one(@InjectMojo(goal = "restore-version") RestoreVersionMojo restore)
            throws Exception {
        journal("10m", "7", "..");

        assertDamaged(restore, "Line 2 is not a line of a journal: package is not a name.");
    }

    @Test
    void a_longest_wait_that_is_no_duration_is_one(@InjectMojo(goal = "restore-version") RestoreVersionMojo restore)
            throws Exception {
        journal("soon", "7", "com.example.app");

        assertDamaged(restore, "Line 1 is not a line of a journal: maxWait is not a duration.");
    }
}
