package io.github.ghpackages.mojo;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Result;
import io.github.ghpackages.SnapshotMetadata;
import io.github.ghpackages.build.BuildEnd;
import io.github.ghpackages.build.DeployedModules;
import io.github.ghpackages.build.ReactorProjects;
import io.github.ghpackages.files.JournalHeader;
import io.github.ghpackages.retention.ExactVersions;
import io.github.ghpackages.retention.OnLastVersion;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Plan;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.run.Journals;
import io.github.ghpackages.run.Prune;
import io.github.ghpackages.run.Restore;
import io.github.ghpackages.run.RunListener;
import io.github.ghpackages.run.TargetPackage;
import io.github.ghpackages.run.TimeLimit;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Keeps a snapshot from piling up builds. GitHub Packages keeps every build of a {@code -SNAPSHOT} in one version, and can't delete
 * single builds. Bound to {@code install}, so right before a module's deploy, this goal deletes the snapshot version that is about to
 * be deployed if it has more than {@code maxBuilds} builds, and the deploy starts it afresh. It deletes only if a deploy of this
 * module follows in this build, never a release, and never another version. If the version is not there when the build ends, because
 * the build failed before the deploy, it is restored.
 *
 * <p>Between the deletion and the end of the deploy, nobody can download this snapshot. With {@code -b concurrent} of Maven 4,
 * {@code mvn deploy} does not run what is bound to {@code install}: bind the goal to {@code deploy} before maven-deploy-plugin there.
 *
 * <p>Example: an execution with {@code <phase>install</phase>} and {@code <goal>recycle-snapshot</goal>}
 */
@Mojo(
        name = "recycle-snapshot",
        defaultPhase = LifecyclePhase.INSTALL,
        requiresProject = false,
        requiresOnline = true,
        threadSafe = true)
@SuppressWarnings("unused") // see AbstractReactorMojo
public final class RecycleSnapshotMojo extends AbstractPackagesMojo {

    /** The snapshot may have so many builds before it is started afresh: {@code buildNumber} of its {@code maven-metadata.xml}. */
    @Parameter(property = "ghpackages.maxBuilds", defaultValue = "20")
    private String maxBuilds = "20";

    /**
     * What happens if the snapshot is the only version of its package, which GitHub does not delete: {@code keep} it with a
     * warning, {@code fail}, or {@code deletePackage}, which deletes the whole package.
     */
    @Parameter(property = "ghpackages.onLastVersion", defaultValue = "keep")
    private String onLastVersion = "keep";

    /**
     * Logs what would be deleted, and deletes nothing. {@code true} from any source wins, even over {@code false} on the
     * command line. The default is {@code false}, since binding this goal is a decision.
     */
    @Parameter(property = "ghpackages.dryRun", defaultValue = "false")
    private String dryRun = "false";

    @Override
    boolean worksInEachModule() {
        return true;
    }

    @Override
    void run(List<MavenProject> modules) {
        if (!isBoundToPhase()) {
            info("Nothing to recycle: this goal works only where a pom binds it to a phase before the deploy.");
            return;
        }
        MavenProject module = modules.get(0);
        if (!ArtifactUtils.isSnapshot(module.getVersion())) {
            return;
        }
        if (!DeployedModules.isAboutToDeploy(session(), module)) {
            info("Nothing to recycle: no deploy of " + module.getId() + " follows in this build.");
            return;
        }
        if (DeployedModules.deploysAtEnd(session(), module)) {
            recycleWithTheLast(module);
        } else {
            recycle(module);
        }
    }

    /** All modules are deployed after the checks of the last one, so nothing is deleted before that. */
    private void recycleWithTheLast(MavenProject module) {
        Set<String> arrived = BuildEnd.shared(session(), "io.github.ghpackages.arrived." + key());
        List<MavenProject> waiting;
        synchronized (arrived) {
            arrived.add(ReactorProjects.key(module));
            waiting = session().getProjects().stream().filter(this::isBoundIn).toList();
            if (!waiting.stream().map(ReactorProjects::key).allMatch(arrived::contains)) {
                return;
            }
        }
        waiting.stream()
                .filter(project -> ArtifactUtils.isSnapshot(project.getVersion()))
                .filter(project -> DeployedModules.isAboutToDeploy(session(), project))
                .forEach(this::recycle);
    }

    private boolean isBoundIn(MavenProject project) {
        Plugin plugin = ReactorProjects.plugin(project, execution().getPlugin().getKey());
        return plugin != null
                && plugin.getExecutions().stream()
                        .anyMatch(bound -> bound.getId().equals(execution().getExecutionId())
                                && bound.getGoals().contains(goal())
                                && !"none".equals(bound.getPhase()));
    }

    private void recycle(MavenProject module) {
        String version = module.getVersion();
        int most = arguments().get("maxBuilds").count();
        boolean dry = arguments().get("dryRun").flag();
        Workplace workplace = open(List.of(module), PomGuards.of(session(), List.of(version), true));
        try (Journals journals = journals(JournalHeader.RECYCLE, null)) {
            for (TargetPackage target : workplace.targets()) {
                Optional<PackageVersion> full = snapshotWithMoreThan(most, target, version);
                if (full.isPresent()) {
                    recycle(module, target, full.get(), dry, journals);
                }
            }
            workplace.warnings().forEach(this::warn);
        }
    }

    /** The version, if its own metadata shows that it has more builds than this. */
    private static Optional<PackageVersion> snapshotWithMoreThan(int most, TargetPackage target, String version) {
        if (target.snapshots() == null) {
            return Optional.empty();
        }
        Integer builds = target.snapshots()
                .apply(version)
                .map(SnapshotMetadata::buildNumber)
                .orElse(null);
        return builds == null || builds <= most
                ? Optional.empty()
                : target.activeVersions().orElse(List.of()).stream()
                        .filter(active -> active.name().equals(version))
                        .findFirst();
    }

    private void recycle(
            MavenProject module, TargetPackage target, PackageVersion version, boolean dry, Journals journals) {
        Policy limits = new Policy.Builder()
                .onLastVersion(arguments().get("onLastVersion").choice(OnLastVersion.class))
                .build();
        Planner planner = new Planner(ExactVersions.withIds(List.of(version.id())), limits);
        Prune prune = new Prune(List.of(target), planner, true, false, TimeLimit.none());
        Plan plan = prune.plan(dry);
        prune.warnings(plan).forEach(this::warn);
        if (!plan.stops().isEmpty()) {
            throw ExitStatus.planStopped(plan.stops());
        }
        if (plan.packages().stream().allMatch(ofPackage -> ofPackage.deletionCount() == 0)) {
            return;
        }
        String what = target.ref() + " " + version.name() + " has more than maxBuilds="
                + arguments().get("maxBuilds").text() + " builds";
        if (dry) {
            info("Dry run: " + what + ", so it would be deleted before its deploy.");
            return;
        }
        BuildEnd.register(session(), key(), restorable(module, target, version, plan), this::restoreWhatIsGone);
        watch(target, version, plan);
        Map<Outcome, Integer> totals = new EnumMap<>(Outcome.class);
        Prune.End end = prune.carryOut(plan, journals::of, new RunListener() {
            @Override
            public void done(PackagePlan ofPackage, Map<Long, Result> results) {
                results.values().forEach(result -> totals.merge(result.outcome(), 1, Integer::sum));
            }
        });
        journals.complete(totals).forEach(this::warn);
        info(what + ": "
                + (totals.containsKey(Outcome.DELETED) ? "deleted, so that its deploy starts it afresh." : totals)
                + " Journal: "
                + journals.files().stream().findFirst().map(Path::toString).orElse("none"));
        ExitStatus.of(Id.NOT_ALL_DELETED, "deletions", totals, end.stop(), end.refusal(), ExitStatus.SAME_COMMAND);
    }

    /** Until the build ends, a cancelled one says how to restore what it has not deployed. */
    private void watch(TargetPackage target, PackageVersion version, Plan plan) {
        Set<String> commands = BuildEnd.shared(session(), "io.github.ghpackages.recycled." + key());
        commands.add(target.ref() + " " + version.name() + ": if its deploy has not come to its end, restore it: mvn "
                + howToRestore(
                        plan.packages().get(0).deletePackage(),
                        version.id(),
                        target.name().value()));
        AtomicReference<Cancellation> watch = new AtomicReference<>();
        if (BuildEnd.register(
                session(),
                "watch " + key(),
                Map.of(),
                ended -> Objects.requireNonNull(watch.get()).close())) {
            watch.set(Cancellation.watch(() -> List.copyOf(commands)));
        }
    }

    private static String howToRestore(boolean whole, long id, String name) {
        return whole
                ? "ghpackages:restore-package -Dghpackages.packages=" + name
                : "ghpackages:restore-version -Dghpackages.packages=" + name + " -Dghpackages.versionIds=" + id;
    }

    /** What the end of the build needs to know. */
    private static Map<String, String> restorable(
            MavenProject module, TargetPackage target, PackageVersion version, Plan plan) {
        return Map.of(
                "module", ReactorProjects.key(module),
                "version", version.name(),
                "id", String.valueOf(version.id()),
                "package", target.ref().toString(),
                "whole", String.valueOf(plan.packages().get(0).deletePackage()));
    }

    /** Decides by what the registry shows when the session ends, whatever the build says of its deploys. */
    private void restoreWhatIsGone(List<Map<String, String>> recycled) {
        for (Map<String, String> each : recycled) {
            try {
                BuildEnd.modules(session(), Set.of(String.valueOf(each.get("module"))))
                        .forEach(module -> restoreIfGone(module, each));
            } catch (PackagesException e) {
                fail(failure(e));
            }
        }
    }

    private void restoreIfGone(MavenProject module, Map<String, String> recycled) {
        String version = String.valueOf(recycled.get("version"));
        long id = Long.parseLong(String.valueOf(recycled.get("id")));
        Workplace workplace = open(List.of(module));
        try (Journals journals = journals(JournalHeader.RESTORE, null)) {
            for (TargetPackage target : workplace.targets()) {
                Optional<PackageVersion> now = target.activeVersions().orElse(List.of()).stream()
                        .filter(active -> active.name().equals(version))
                        .findFirst();
                if (now.isPresent()) {
                    reportIfPartial(now.get(), id, recycled);
                    continue;
                }
                Restore restore = Restore.forReal(journals::of);
                if (Boolean.parseBoolean(recycled.get("whole"))) {
                    restore.restorePackage(target, List.of(), null);
                } else {
                    restore.restore(
                            target, List.of(new PackageVersion(id, version, State.DELETED, null, null, null, null)));
                }
                report(restore, recycled);
            }
        }
    }

    private void reportIfPartial(PackageVersion now, long id, Map<String, String> recycled) {
        if (now.id() != id && session().getResult().hasExceptions()) {
            warn(recycled.get("package") + " " + now.name() + " was deleted and at least partly deployed again (id "
                    + now.id() + ") before the build failed. To get the old builds back, delete that version, then run"
                    + " restore-version -Dghpackages.versionIds=" + id);
        }
    }

    private void report(Restore restore, Map<String, String> recycled) {
        String what = recycled.get("package") + " " + recycled.get("version");
        for (Restore.Restored restored : restore.results()) {
            if (restored.result().outcome() == Outcome.RESTORED
                    || restored.result().outcome() == Outcome.ALREADY_ACTIVE) {
                warn("The deploy of " + what + " did not happen, so what recycle-snapshot had deleted is restored.");
            } else {
                fail(failure(new PackagesException(
                        Id.NOT_ALL_RESTORED,
                        "Restoring " + what + ", which recycle-snapshot had deleted, failed.",
                        restored.result().outcome() + ": " + restored.result().message(),
                        "Run restore-version -Dghpackages.versionIds=" + recycled.get("id")
                                + ", or deploy it again.")));
            }
        }
    }
}
