package io.github.ghpackages.files;

import io.github.ghpackages.Account;
import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import java.time.Instant;
import java.util.Map;

/** What the tests of the journal write down. */
final class JournalSamples {

    static final Account ACME = new Account(ApiUrl.GITHUB, "acme");
    static final PackageRef APP = new PackageRef(ACME, PackageName.maven("com.example", "app"));
    static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");

    private JournalSamples() {}

    static JournalHeader header(String operation) {
        return header(operation, ACME);
    }

    static JournalHeader header(String operation, Account account) {
        return header(operation, account, "run-1");
    }

    static JournalHeader header(String operation, Account account, String runId) {
        return new JournalHeader(
                JournalHeader.SCHEMA,
                "1.2.3",
                runId,
                account,
                "octocat",
                Map.of("host", "build-7"),
                Map.of("keepReleases", new PolicyValue("5", "command line")),
                NOW,
                operation);
    }

    static PackageVersion version(long id, String name) {
        return new PackageVersion(id, name, PackageVersion.State.ACTIVE, NOW, NOW, null, null);
    }
}
