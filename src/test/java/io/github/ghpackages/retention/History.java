package io.github.ghpackages.retention;

import io.github.ghpackages.Account;
import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.SnapshotMetadata;
import io.github.ghpackages.retention.PackageHistory.Guard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down a package for a test in a few words. Ids count up from 1, ages are in days before {@link #NOW}. */
final class History {

    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final String artifact;
    private final List<PackageVersion> versions = new ArrayList<>();
    private final Map<Long, SnapshotMetadata> snapshots = new HashMap<>();
    private final List<Guard> guards = new ArrayList<>();
    private final Map<Long, String> goneBranches = new HashMap<>();
    private @Nullable String group;
    private long nextId = 1;

    private History(String artifact) {
        this.artifact = artifact;
    }

    static History of(String artifact) {
        return new History(artifact);
    }

    /** A package with these versions, the first published one day ago, each next a day before. */
    static History with(String... names) {
        var history = of("app");
        for (int i = 0; i < names.length; i++) {
            history.version(names[i], i + 1);
        }
        return history;
    }

    History firstId(long id) {
        nextId = id;
        return this;
    }

    History version(String name, int daysAgo) {
        return dated(name, daysAgo(daysAgo), daysAgo(daysAgo));
    }

    History dated(String name, @Nullable Instant created, @Nullable Instant updated) {
        versions.add(new PackageVersion(nextId++, name, PackageVersion.State.ACTIVE, created, updated, null, null));
        return this;
    }

    /** A snapshot whose metadata says when it was last deployed. */
    History snapshot(String name, int daysAgo, int deployedDaysAgo) {
        snapshots.put(nextId, new SnapshotMetadata(daysAgo(deployedDaysAgo), 7));
        return version(name, daysAgo);
    }

    /** The version of this name is of a branch or pull request that is gone, such as {@code branch fix-login}. */
    History goneBranch(String name, String branch) {
        versions.stream()
                .filter(version -> version.name().equals(name))
                .forEach(version -> goneBranches.put(version.id(), branch));
        return this;
    }

    History deleted(String name) {
        versions.add(new PackageVersion(
                nextId++, name, PackageVersion.State.DELETED, daysAgo(1), daysAgo(1), daysAgo(1), null));
        return this;
    }

    History guard(String name, String reason) {
        guards.add(new Guard(name::equals, reason));
        return this;
    }

    History inGroup(String name) {
        group = name;
        return this;
    }

    PackageHistory build() {
        return new PackageHistory(
                new PackageRef(new Account(ApiUrl.GITHUB, "acme"), PackageName.maven("com.example", artifact)),
                group,
                List.copyOf(versions),
                Map.copyOf(snapshots),
                List.copyOf(guards),
                Map.copyOf(goneBranches));
    }

    static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}
