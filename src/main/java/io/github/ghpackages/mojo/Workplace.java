package io.github.ghpackages.mojo;

import io.github.ghpackages.Account;
import io.github.ghpackages.PackageDetails;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.build.DeployedModules;
import io.github.ghpackages.build.DeployedModules.DeployedModule;
import io.github.ghpackages.build.Registry;
import io.github.ghpackages.build.Target;
import io.github.ghpackages.build.TargetResolver;
import io.github.ghpackages.github.SnapshotFiles;
import io.github.ghpackages.mojo.Connections.Coordinates;
import io.github.ghpackages.mojo.Connections.Snapshots;
import io.github.ghpackages.mojo.LeftOutModules.SkippedModules;
import io.github.ghpackages.mojo.PackageSelection.Selected;
import io.github.ghpackages.run.ConnectedAccount;
import io.github.ghpackages.run.MissingPackages;
import io.github.ghpackages.run.TargetPackage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The packages that a run works on, with the connections to them. */
final class Workplace {

    private final MavenSession session;
    private final TargetResolver deployments;
    private final Connections connections;
    private final List<MavenProject> modules;
    private final SkippedModules skipped;
    private final PomGuards guards;
    private final @Nullable PackageSelection named;
    private final @Nullable String repository;
    private final PackageType type;
    private final Map<PackageRef, PackageDetails> listed = new LinkedHashMap<>();
    private final Map<PackageRef, Place> places = new HashMap<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Snapshots snapshots;
    private final Consumer<String> info;

    /**
     * The packages of these modules, or the named ones.
     *
     * @param modules whose packages are meant where none are named
     * @param skipped whose packages are left out where they are named
     * @param named the packages that the user selected; null: those of the modules
     * @param repository {@code owner/name} of the repository in which the packages must be; null: any
     * @param type GitHub's type of the named ones
     * @param info takes what is worth a line in the log, but no warning
     */
    Workplace(
            MavenSession session,
            TargetResolver deployments,
            Connections connections,
            List<MavenProject> modules,
            SkippedModules skipped,
            PomGuards guards,
            @Nullable PackageSelection named,
            @Nullable String repository,
            PackageType type,
            Consumer<String> info) {
        this.session = session;
        this.deployments = deployments;
        this.connections = connections;
        this.snapshots = new Snapshots(connections, warnings::add);
        this.modules = modules;
        this.skipped = skipped;
        this.guards = guards;
        this.named = named;
        this.repository = repository;
        this.type = type;
        this.info = info;
    }

    /**
     * Where a package lies.
     *
     * @param coordinates null if they are not known
     */
    private record Place(Target deployment, @Nullable Coordinates coordinates) {}

    /** What a person should know of the choice of packages. */
    List<String> warnings() {
        return warnings;
    }

    /** The packages; none where patterns match none. */
    List<TargetPackage> targets() {
        Map<Object, TargetPackage> targets = new LinkedHashMap<>();
        for (TargetPackage target : named == null ? ofModules() : skipped.leftOutOf(ofNames(named), warnings::add)) {
            targets.putIfAbsent(target.ref(), target);
        }
        return List.copyOf(targets.values());
    }

    /** What the owner's list showed of the packages that patterns selected. */
    Map<PackageRef, PackageDetails> listed() {
        return listed;
    }

    /** The failure of a run that has no package left to work on. */
    PackagesException nothingLeft() {
        return nothingToWorkOn(
                warnings.isEmpty() ? "No package is selected." : String.join(" ", warnings),
                "Correct -Dghpackages.packages; list-packages shows which there are.");
    }

    /** The accounts whose packages these are; also where no package is named. */
    List<ConnectedAccount> accounts() {
        List<MavenProject> projects = named == null ? projectsThatDeploy() : List.of();
        Map<Account, ConnectedAccount> accounts = new LinkedHashMap<>();
        List<Target> all = projects.isEmpty()
                ? List.of(deployments.of(topLevel()))
                : projects.stream().map(deployments::ofModule).toList();
        for (Target deployment : all) {
            ConnectedAccount connection = connections.to(deployment);
            accounts.putIfAbsent(connection.account(), connection);
        }
        return List.copyOf(accounts.values());
    }

    /** The account of the registry that this build or the user names. */
    ConnectedAccount account() {
        return connections.to(deployments.of(topLevel()));
    }

    /**
     * The packages of an account that the user selected, all if none were, with what GitHub's listing shows of them.
     *
     * @param inConflict whether only those are meant whose move to the container registry met a conflict
     */
    List<PackageDetails> packages(ConnectedAccount account, boolean inConflict) {
        requireOwn(account);
        PackageSelection selection = named == null ? PackageSelection.all(type) : named;
        if (inConflict) {
            return account.github().dockerConflicts(account.owner()).stream()
                    .filter(details -> selection.mean(details.name()))
                    .toList();
        }
        List<PackageDetails> packages = new ArrayList<>();
        List<TargetPackage> missing = new ArrayList<>();
        for (Selected selected : selection.in(
                account,
                (of, ofType) -> of.github().packages(of.owner(), ofType),
                repository,
                repository != null,
                warnings::add)) {
            Optional.ofNullable(selected.details())
                    .or(() -> account.github().find(account.owner(), selected.name()))
                    .ifPresentOrElse(packages::add, () -> missing.add(account.target(selected.name(), repository)));
        }
        warnings.addAll(new MissingPackages(missing).warnings());
        return packages;
    }

    /**
     * Where the poms deploy snapshots, or else all other versions, with where this run looks instead; without what it looks at.
     */
    Map<Registry, Target> notLookedAt(boolean ofSnapshots) {
        Map<Registry, Target> elsewhere = new LinkedHashMap<>();
        for (MavenProject project : named == null ? projectsThatDeploy() : List.of(topLevel())) {
            Target deployment = deployments.of(project);
            deployments
                    .ofPom(project, ofSnapshots)
                    .filter(other -> !deployment.isAt(other))
                    .ifPresent(other -> elsewhere.put(other, deployment));
        }
        return elsewhere;
    }

    /** The packages that the user named; empty where none were. */
    Optional<PackageSelection> named() {
        return Optional.ofNullable(named);
    }

    Connections connections() {
        return connections;
    }

    private List<DeployedModule> deployed() {
        return DeployedModules.of(session).stream()
                .filter(module -> modules.contains(module.project()))
                .toList();
    }

    private List<MavenProject> projectsThatDeploy() {
        return deployed().stream().map(DeployedModule::project).toList();
    }

    private List<TargetPackage> ofModules() {
        if (!type.hasCoordinates()) {
            throw nothingToWorkOn(
                    "The modules of a build are maven packages, but packageType is " + type + ".",
                    "Name the packages: -Dghpackages.packages=...");
        }
        LeftOutModules leftOut = LeftOutModules.of(session, modules);
        List<TargetPackage> targets = new ArrayList<>();
        for (DeployedModule module : deployed()) {
            Target deployment = deployments.ofModule(module.project());
            ConnectedAccount connection = connections.to(deployment);
            String group = String.join(
                    " ",
                    deployment.apiUrl().toString(),
                    connection.owner().login(),
                    deployment.serverId(),
                    ("" + deployment.repository()).toLowerCase(Locale.ROOT));
            requireOwn(connection);
            if (isElsewhere(deployment)) {
                warnings.add(module.name() + " is left out: its module deploys to " + deployment.repository()
                        + ", and repository=" + repository + " is given.");
                continue;
            }
            String required = repository == null ? deployment.repository() : repository;
            targets.add(target(connection, deployment, required, module.name(), group, Coordinates.of(module)));
        }
        if (targets.isEmpty()) {
            throw nothingToWorkOn(
                    leftOut.reason(),
                    "Run it in a project, or name the packages: -Dghpackages.owner=OWNER"
                            + " -Dghpackages.packages=groupId:artifactId");
        }
        warnings.addAll(leftOut.warnings());
        leftOut.notes().forEach(info);
        return targets;
    }

    private boolean isElsewhere(Target deployment) {
        return repository != null
                && deployment.repository() != null
                && !repository.equalsIgnoreCase(deployment.repository());
    }

    private List<TargetPackage> ofNames(PackageSelection named) {
        Target deployment = deployments.of(topLevel());
        ConnectedAccount connection = connections.to(deployment);
        requireOwn(connection);
        String required = repository == null ? deployment.repository() : repository;
        List<TargetPackage> targets = new ArrayList<>();
        for (Selected selected :
                named.in(connection, connections::packages, required, repository != null, warnings::add)) {
            Coordinates coordinates = coordinates(selected.text());
            TargetPackage target = target(connection, deployment, required, selected.name(), null, coordinates);
            targets.add(target);
            if (selected.details() != null) {
                listed.put(target.ref(), selected.details());
            }
        }
        return targets;
    }

    private void requireOwn(ConnectedAccount connection) {
        String start = connection.owner().login() + "/";
        if (repository != null && !repository.regionMatches(true, 0, start, 0, start.length())) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Finding the packages of the repository " + repository + " failed.",
                    "It does not belong to " + connection.owner().login() + ", whose packages this run works on.",
                    "Correct -Dghpackages.repository=OWNER/NAME or -Dghpackages.owner. Nothing was changed.");
        }
    }

    private TargetPackage target(
            ConnectedAccount connection,
            Target deployment,
            @Nullable String required,
            PackageName name,
            @Nullable String group,
            @Nullable Coordinates coordinates) {
        PackageRef ref = new PackageRef(connection.account(), name);
        places.put(ref, new Place(deployment, coordinates));
        return new TargetPackage(
                connection.github(),
                connection.owner(),
                name,
                required,
                group,
                versions -> guards.of(name, versions),
                coordinates == null ? null : snapshots.lookup(deployment, coordinates, ref));
    }

    /** How many builds a snapshot holds; null where that is not known. */
    @Nullable
    Integer builds(TargetPackage target, String version) {
        return snapshots.builds(target.ref(), version);
    }

    /** The places in the registry where the files of a package's snapshots may lie; several if its coordinates are not known. */
    List<SnapshotFiles> snapshotFiles(TargetPackage target) {
        Place place = Objects.requireNonNull(places.get(target.ref()));
        List<Coordinates> possible = place.coordinates() == null
                ? Coordinates.possible(target.name().value())
                : List.of(place.coordinates());
        return connections.snapshotFiles(place.deployment(), possible);
    }

    /** The account and registry of the build or the user, with the files of a package there. */
    Optional<SnapshotFiles> snapshotFiles(Coordinates coordinates) {
        return connections.snapshotFiles(deployments.of(topLevel()), List.of(coordinates)).stream()
                .findFirst();
    }

    /** A name does not reveal its coordinates, so they are known only if the user wrote them or a module has them. */
    private @Nullable Coordinates coordinates(String text) {
        int colon = text.indexOf(':');
        if (colon > 0) {
            return new Coordinates(text.substring(0, colon), text.substring(colon + 1));
        }
        for (DeployedModule module : DeployedModules.all(session)) {
            if (module.name().value().equals(text)) {
                return Coordinates.of(module);
            }
        }
        return null;
    }

    private MavenProject topLevel() {
        return session.getTopLevelProject();
    }

    private static PackagesException nothingToWorkOn(String reason, String remedy) {
        return new PackagesException(Id.NOTHING_TO_WORK_ON, "Finding the packages to work on failed.", reason, remedy);
    }
}
