package io.github.ghpackages.retention;

import io.github.ghpackages.Account;
import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.SnapshotMetadata;
import io.github.ghpackages.retention.PackageHistory.Guard;
import io.github.ghpackages.retention.Policy.KeepPer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A policy and a few packages, made up from a seed: usual and odd names, missing dates, guards, modules with gaps. */
final class GeneratedCase {

    private static final String[] AGES = {"0d", "1d", "5d", "2w", "P1M", "P1Y"};

    private final Random random;
    private final List<String> names;
    private long nextId = 1;

    private GeneratedCase(long seed) {
        random = new Random(seed * 7919);
        Set<String> distinct = new LinkedHashSet<>();
        for (int i = 0; i < 25; i++) {
            distinct.add(random.nextInt(3) == 0 ? GeneratedNames.any(random) : GeneratedNames.ordinary(random));
        }
        names = new ArrayList<>(distinct);
    }

    static GeneratedCase of(long seed) {
        return new GeneratedCase(seed);
    }

    Random random() {
        return random;
    }

    List<PackageHistory> histories() {
        List<PackageHistory> histories = new ArrayList<>();
        int packages = 1 + random.nextInt(3);
        for (int i = 0; i < packages; i++) {
            histories.add(history("module" + i));
        }
        return histories;
    }

    private PackageHistory history(String artifact) {
        List<String> mine = new ArrayList<>(names);
        Collections.shuffle(mine, random);
        List<PackageVersion> versions = new ArrayList<>();
        Map<Long, SnapshotMetadata> snapshots = new HashMap<>();
        // Some are small, so that a policy can empty them.
        int size = random.nextInt(random.nextInt(4) == 0 ? 3 : mine.size());
        for (String name : mine.subList(0, size)) {
            long id = nextId++;
            versions.add(version(id, name));
            if (random.nextBoolean()) {
                snapshots.put(id, new SnapshotMetadata(History.daysAgo(random.nextInt(60)), null));
            }
        }
        List<Guard> guards = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            guards.add(new Guard(name()::equals, "named in a pom"));
        }
        String group = random.nextInt(3) == 0 ? null : "reactor";
        var ref = new PackageRef(new Account(ApiUrl.GITHUB, "acme"), PackageName.maven("com.example", artifact));
        Map<Long, String> goneBranches = new HashMap<>();
        versions.forEach(version -> {
            if (random.nextInt(5) == 0) {
                goneBranches.put(version.id(), "branch " + version.name());
            }
        });
        return new PackageHistory(ref, group, versions, snapshots, guards, goneBranches);
    }

    private @Nullable Instant date() {
        return random.nextInt(8) == 0 ? null : History.daysAgo(random.nextInt(60));
    }

    String name() {
        return names.get(random.nextInt(names.size()));
    }

    /** A sound policy, with or without a rule. */
    Policy.Builder policy() {
        while (true) {
            Policy.Builder policy = new Policy.Builder().rules(new GeneratedValues());
            policy.keepPer(KeepPer.values()[random.nextInt(3)]);
            policy.keepLines(random.nextInt(3) == 0 ? 1 + random.nextInt(3) : null);
            policy.versions(random.nextBoolean() ? selection() : null);
            policy.keepVersions(random.nextInt(3) == 0 ? patterns() : NamePatterns.none());
            policy.onLastVersion(
                    random.nextBoolean() ? OnLastVersion.DELETE_PACKAGE : OnLastVersion.values()[random.nextInt(3)]);
            if (policy.build().problems().isEmpty()) {
                return policy;
            }
        }
    }

    /** Values for the parameters of any rule: each rule is given in about one of three cases, its other parameters always. */
    private final class GeneratedValues implements Rule.Values {
        private final Map<String, Object> given = new HashMap<>();

        @Override
        public Optional<Integer> count(String parameter) {
            return isGiven(parameter)
                    ? Optional.of((Integer) given.computeIfAbsent(parameter, any -> random.nextInt(4)))
                    : Optional.empty();
        }

        @Override
        public Optional<Age> age(String parameter) {
            return isGiven(parameter)
                    ? Optional.of((Age) given.computeIfAbsent(parameter, any -> GeneratedCase.this.age()))
                    : Optional.empty();
        }

        @Override
        public boolean flag(String parameter) {
            return isGiven(parameter);
        }

        @Override
        public List<String> texts(String parameter) {
            return List.of("*-{branch}-SNAPSHOT", "PR-{pr}-*");
        }

        private boolean isGiven(String parameter) {
            return !Policy.ruleParameters().contains(parameter)
                    || (boolean) given.computeIfAbsent(parameter + " is given", any -> random.nextInt(5) < 2);
        }
    }

    Age age() {
        return Age.parse(AGES[random.nextInt(AGES.length)]);
    }

    Selection selection() {
        return switch (random.nextInt(6)) {
            case 0 -> Plans.selection(nameAsPattern());
            case 1 -> Plans.selection("1*", nameAsPattern());
            case 2 -> Plans.selection("*", "!?.*-SNAPSHOT");
            case 3 -> Plans.selection("[0.1,10.0)", "[3.0]");
            case 4 -> Plans.selection("!(0.5,1.0)");
            default -> Plans.selection("*.*");
        };
    }

    /** What marks an exclusion or a range matches any character. */
    private String nameAsPattern() {
        return name().replaceAll("[!\\[\\]()]", "?");
    }

    NamePatterns patterns() {
        return switch (random.nextInt(4)) {
            case 0 -> NamePatterns.of(List.of(name()));
            case 1 -> NamePatterns.of(List.of("1*", name()));
            case 2 -> NamePatterns.of(List.of("*-SNAPSHOT", "?.*"));
            default -> NamePatterns.of(List.of("*.*"));
        };
    }

    List<PackageHistory> shuffled(List<PackageHistory> histories) {
        return histories.stream()
                .map(history -> {
                    List<PackageVersion> versions = new ArrayList<>(history.versions());
                    Collections.shuffle(versions, random);
                    return with(history, versions);
                })
                .toList();
    }

    /** The packages, and in each of them some more versions with qualified names. */
    List<PackageHistory> withQualified(List<PackageHistory> histories) {
        return histories.stream()
                .map(history -> {
                    Set<String> more = new LinkedHashSet<>();
                    for (int i = random.nextInt(12); i > 0; i--) {
                        more.add(GeneratedNames.qualified(random));
                    }
                    history.versions().forEach(version -> more.remove(version.name()));
                    List<PackageVersion> versions = new ArrayList<>(history.versions());
                    more.forEach(name -> versions.add(version(nextId++, name)));
                    Collections.shuffle(versions, random);
                    return with(history, versions);
                })
                .toList();
    }

    /**
     * One package twice, with other commit hashes in its names.
     *
     * @param one with some hashes
     * @param other with others
     */
    record Renamed(PackageHistory one, PackageHistory other) {}

    Renamed withHashes() {
        List<PackageVersion> one = new ArrayList<>();
        List<PackageVersion> other = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>();
        for (int i = 0; i < 12; i++) {
            String name = GeneratedNames.aroundHash(random);
            PackageVersion version = version(nextId++, name.replace("#", GeneratedNames.hash(random)));
            PackageVersion renamed = new PackageVersion(
                    version.id(),
                    name.replace("#", GeneratedNames.hash(random)),
                    version.state(),
                    version.createdAt(),
                    version.updatedAt(),
                    null,
                    null);
            if (taken.add(version.name()) && taken.add(renamed.name())) {
                one.add(version);
                other.add(renamed);
            }
        }
        PackageHistory empty = history("hashes");
        return new Renamed(with(empty, one), with(empty, other));
    }

    private PackageVersion version(long id, String name) {
        return new PackageVersion(id, name, PackageVersion.State.ACTIVE, date(), date(), null, null);
    }

    /** The packages after the plan was carried out. */
    static List<PackageHistory> applied(Plan plan) {
        return plan.packages().stream()
                .map(each -> {
                    Set<PackageVersion> gone = new LinkedHashSet<>();
                    each.deletions().forEach(verdict -> gone.add(verdict.version()));
                    return with(
                            each.history(),
                            each.history().versions().stream()
                                    .filter(version -> !gone.contains(version))
                                    .toList());
                })
                .toList();
    }

    static PackageHistory with(PackageHistory history, List<PackageVersion> versions) {
        return new PackageHistory(
                history.ref(),
                history.coherenceGroup(),
                versions,
                history.snapshots(),
                history.guards(),
                history.goneBranches());
    }
}
