package io.github.ghpackages.soak;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.StubGitHub;
import io.github.ghpackages.stub.StubRequest;
import io.github.ghpackages.stub.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One history, one policy, some faults, maybe a kill; then an undo. They follow from the seed, but for the moment at which it kills. */
final class Round {

    /** Instead of an exit status. */
    static final int KILLED = -1;

    private static final String GROUP = "com.example";
    private static final List<String> ENDS = List.of(
            "", "", "", "", "-rc1", "-rc2", "-alpha-1", "-M1", "-SNAPSHOT", ".Final", "-jre", "+build.5", "-größe");

    private final Soak.Settings settings;
    private final long seed;
    private final Random random;
    private final Map<String, Long> counts = new TreeMap<>();

    Round(Soak.Settings settings, long seed) {
        this.settings = settings;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** Plays it; fails if a promise is broken. Returns what happened, by name. */
    Map<String, Long> play() throws IOException, InterruptedException {
        count("rounds", 1);
        Path folder = Files.createTempDirectory(settings.folder(), "round-");
        try (StubGitHub github = StubGitHub.start()) {
            github.limits().none();
            github.accounts()
                    .organisation("acme", "octocat")
                    .repository("acme/app")
                    .token("ghp_soak", "octocat", "repo", "read:packages", "write:packages", "delete:packages");
            List<String> packages = publish(github);
            play(github, packages, new SoakedMaven(settings, folder, github.url()));
        } catch (AssertionError | IOException | RuntimeException broken) {
            throw new AssertionError(broken + "\nThe seed is " + seed + ", the logs are in " + folder, broken);
        }
        SoakedMaven.remove(folder);
        return counts;
    }

    private void play(StubGitHub github, List<String> packages, SoakedMaven maven)
            throws IOException, InterruptedException {
        Set<String> before = active(github, packages);
        List<String> policy = policy(packages, before);
        int dry = maven.run(
                "dry", words(policy, "prune-versions", "planFile=plan.json", "format=json", "outputFile=dry.json"));
        check(dry == 0, "the dry run fails");
        check(active(github, packages).equals(before), "a dry run deleted something");
        Set<String> planned = versions(maven.json("dry.json"), "verdict", "delete");
        if (planned.isEmpty()) {
            count("empty plans", 1);
            return;
        }
        List<String> how = random.nextBoolean() ? policy : List.of("applyPlan=plan.json", packagesParameter(packages));
        List<String> live = words(
                how, "prune-versions", "dryRun=false", "journal=run.jsonl", "format=json", "outputFile=live.json");
        boolean troubled = fail(github, When.deleting());
        int exit = run(github, maven, "live", live);
        github.heal();

        Set<String> gone = without(before, active(github, packages));
        count("deleted versions", gone.size());
        check(planned.containsAll(gone), "deleted without a plan: " + without(gone, planned));
        check(journalled(maven).containsAll(gone), "not in the journal: " + without(gone, journalled(maven)));
        if (exit != KILLED) {
            checkReport(maven.json("live.json"), exit, planned, gone);
            check(troubled || exit == 0, "the run fails without a fault");
        }
        if (!gone.isEmpty()) {
            undo(github, packages, maven, before);
        }
    }

    private void undo(StubGitHub github, List<String> packages, SoakedMaven maven, Set<String> before)
            throws IOException, InterruptedException {
        List<String> undo = words(List.of("journal=run.jsonl"), "restore-version");
        if (random.nextInt(3) == 0) {
            fail(github, When.restoring());
            run(github, maven, "undo-under-faults", undo);
            github.heal();
        }
        if (!active(github, packages).equals(before)) {
            check(maven.run("undo", undo) == 0, "the undo fails");
            count("undone runs", 1);
        }
        check(active(github, packages).equals(before), "not restored: " + without(before, active(github, packages)));
    }

    /** Runs a goal, and kills it in one of three rounds. Returns its exit status, or {@link #KILLED}. */
    private int run(StubGitHub github, SoakedMaven maven, String name, List<String> words)
            throws IOException, InterruptedException {
        if (random.nextInt(3) > 0) {
            return maven.run(name, words);
        }
        int changes = github.count(When.deleting().or(When.restoring())) + random.nextInt(12);
        boolean politely = random.nextInt(3) == 0;
        int exit = maven.runAndKill(
                name, words, politely, () -> github.count(When.deleting().or(When.restoring())) >= changes);
        // What was under way when it was killed still takes effect.
        Thread.sleep(300);
        count(exit != KILLED ? "runs that ended before the kill" : politely ? "terminated runs" : "killed runs", 1);
        return exit;
    }

    private void checkReport(JsonObject report, int exit, Set<String> planned, Set<String> gone) {
        Set<String> deleted = versions(report, "outcome", "deleted");
        Set<String> already = versions(report, "outcome", "already-gone");
        Set<String> unknown = versions(report, "outcome", "unknown");
        check(gone.containsAll(deleted), "reported as deleted, and there: " + without(deleted, gone));
        check(gone.containsAll(already), "reported as already gone, and there: " + without(already, gone));
        Set<String> unexplained = without(without(without(gone, deleted), already), unknown);
        check(unexplained.isEmpty(), "gone, and not reported: " + unexplained);
        check(exit != 0 || gone.equals(planned), "the run succeeds and left: " + without(planned, gone));
        count(gone.equals(planned) ? "whole plans" : "plans in part", 1);
        count("reported as unknown", unknown.size());
    }

    private List<String> publish(StubGitHub github) {
        Instant now = Instant.now();
        List<String> packages = new ArrayList<>();
        int many = 1 + random.nextInt(3);
        for (int i = 0; i < many; i++) {
            String name = GROUP + ":p" + i;
            packages.add(name);
            Set<String> names = new LinkedHashSet<>();
            int versions = 2 + random.nextInt(24);
            while (names.size() < versions) {
                names.add((1 + random.nextInt(3)) + "." + random.nextInt(4) + "." + random.nextInt(6) + any(ENDS));
            }
            for (String version : names) {
                Instant at = now.minus(Duration.ofHours(1 + random.nextInt(24 * 300)));
                if (version.endsWith("-SNAPSHOT")) {
                    github.state().deployBuild("acme/app", name, version, at);
                } else {
                    github.state().publish("acme/app", name, version, at);
                }
            }
        }
        return packages;
    }

    private List<String> policy(List<String> packages, Set<String> versions) {
        List<String> policy = new ArrayList<>(List.of(packagesParameter(packages)));
        policy.add("keepReleases=" + random.nextInt(5));
        maybe(policy, "keepPrereleases=" + random.nextInt(3));
        maybe(policy, "keepSnapshots=" + (1 + random.nextInt(2)));
        maybe(policy, "keepReleasesNewerThan=" + random.nextInt(200) + "d");
        maybe(policy, "keepSnapshotsNewerThan=" + random.nextInt(200) + "d");
        maybe(policy, "keepPer=" + any(List.of("package", "major", "minor")));
        maybe(policy, "deleteReleasedSnapshots=true");
        maybe(policy, "onLastVersion=" + any(List.of("keep", "deletePackage")));
        String one = any(List.copyOf(versions));
        maybe(policy, "keepVersions=" + one.substring(one.lastIndexOf(':') + 1));
        if (policy.contains("keepReleases=0") || policy.contains("keepPrereleases=0")) {
            policy.add("versions=*");
        }
        return policy;
    }

    private static String packagesParameter(List<String> packages) {
        return "packages=" + String.join(",", packages);
    }

    private void maybe(List<String> policy, String word) {
        if (random.nextInt(3) == 0) {
            policy.add(word);
        }
    }

    /** Up to three faults of changes, and of what is read before. Returns whether there is one. */
    private boolean fail(StubGitHub github, Predicate<StubRequest> changing) {
        int many = random.nextInt(4);
        for (int i = 0; i < many; i++) {
            Fault fault = switch (random.nextInt(8)) {
                case 0 -> Fault.answer(500);
                case 1 -> Fault.answer(502);
                case 2 -> Fault.html(503);
                case 3 -> Fault.reset();
                case 4 -> Fault.closed();
                case 5 -> Fault.garbage();
                case 6 -> Fault.hang();
                default -> Fault.truncated();
            };
            Fault shown = random.nextBoolean() ? fault.afterEffect() : fault;
            boolean ofChanges = random.nextInt(4) > 0;
            github.fault(
                    ofChanges ? changing : When.listing(),
                    (ofChanges ? shown : fault).after(random.nextInt(8)).times(1 + random.nextInt(3)));
            count("faults", 1);
        }
        return many > 0;
    }

    private static List<String> words(List<String> parameters, String goal, String... more) {
        return Stream.concat(
                        Stream.of("ghpackages:" + goal),
                        Stream.concat(parameters.stream(), Stream.of(more)).map(word -> "-Dghpackages." + word))
                .toList();
    }

    private static Set<String> active(StubGitHub github, List<String> packages) {
        return packages.stream()
                .filter(name -> github.state().exists("acme", name))
                .flatMap(name -> github.state().active("acme", name).stream()
                        .map(version -> name.replace(':', '.') + ":" + version))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> versions(JsonObject report, String field, String value) {
        Set<String> versions = new TreeSet<>();
        for (JsonElement each : report.getAsJsonArray("packages")) {
            JsonObject ofPackage = each.getAsJsonObject();
            for (JsonElement version : ofPackage.getAsJsonArray("versions")) {
                JsonElement found = version.getAsJsonObject().get(field);
                if (!found.isJsonNull() && found.getAsString().equals(value)) {
                    versions.add(ofPackage.get("name").getAsString() + ":"
                            + version.getAsJsonObject().get("name").getAsString());
                }
            }
        }
        return versions;
    }

    /** What the journal has; nothing if there is none. */
    private static Set<String> journalled(SoakedMaven maven) throws IOException {
        Set<String> versions = new TreeSet<>();
        for (String line : maven.lines("run.jsonl")) {
            JsonObject json = JsonParser.parseString(line).getAsJsonObject();
            String type = json.get("type").getAsString();
            if (type.equals("delete")) {
                versions.add(json.get("package").getAsString() + ":"
                        + json.get("name").getAsString());
            } else if (type.equals("delete-package")) {
                json.getAsJsonArray("versions")
                        .forEach(version -> versions.add(json.get("package").getAsString() + ":"
                                + version.getAsJsonObject().get("name").getAsString()));
            }
        }
        return versions;
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private void count(String what, long more) {
        counts.merge(what, more, Long::sum);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
