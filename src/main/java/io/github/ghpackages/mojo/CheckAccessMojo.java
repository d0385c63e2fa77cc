package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Permission;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.github.AccessCheck.PackageAccess;
import io.github.ghpackages.github.Operation;
import io.github.ghpackages.report.AccessReport;
import io.github.ghpackages.report.AccessReport.PackageLine;
import io.github.ghpackages.report.ReportFile;
import io.github.ghpackages.run.DeletionCheck.GoalAccess;
import io.github.ghpackages.run.TargetPackage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Reports what the token may do (list, delete, restore) in each package that this build would use, and what to change. It
 * also shows each token's kind, scopes, expiry, rate limit and single sign-on. It changes nothing and tries nothing out: a
 * {@code yes} for deleting comes from the scopes, the role on the repository, and the check that {@code prune-versions}
 * makes before its first deletion. A package that can't be checked is reported with the reason, and then fails the build.
 *
 * <p>Example: {@code mvn ghpackages:check-access}
 */
@Mojo(name = "check-access", requiresProject = false, requiresOnline = true, threadSafe = true)
@SuppressWarnings("unused") // see AbstractReactorMojo
public final class CheckAccessMojo extends AbstractPackagesMojo {

    /** After these the next package would only have to wait for the same. */
    private static final Set<Id> ENDS = Set.of(Id.RATE_LIMITED, Id.CONNECTION_FAILED);

    /**
     * What the token must be allowed to do in every package: {@code list}, {@code delete} or {@code restore}. If it is not,
     * the build fails after the report, so a CI job can use this goal as a gate. Where GitHub does not report a permission
     * in advance, as for a {@code GITHUB_TOKEN}, a warning is logged.
     *
     * <p>Default: nothing is required; the goal only reports.
     *
     * <p>Example: {@code mvn ghpackages:check-access -Dghpackages.require=delete}
     */
    @Parameter(property = "ghpackages.require")
    private @Nullable String require;

    @Override
    void run(List<MavenProject> modules) {
        Optional<Requirement> required =
                arguments().find("require").map(argument -> new Requirement(argument.choice(Operation.class)));
        ReportFile file = reportFile(Map.of());
        file.prepare();
        Optional<String> nothing = nothingToManage(modules);
        if (nothing.isPresent()) {
            new AccessReport(file, List.of()).endWithout(nothing.get());
            return;
        }
        Workplace workplace = open(modules);
        Map<PackageRef, PackageAccess> found = new LinkedHashMap<>();
        List<String> warnings = new ArrayList<>();
        PackagesException problem = check(workplace, found, warnings);
        required.flatMap(requirement -> requirement.warning(found)).ifPresent(warnings::add);
        AccessReport report = new AccessReport(file, workplace.connections().tokens());
        report.warnings(workplace.warnings());
        report.warnings(warnings);
        found.forEach((ref, access) -> report.add(line(ref, access)));
        report.end();
        if (problem != null) {
            throw problem;
        }
        required.ifPresent(requirement -> requirement.check(found));
    }

    /** Returns what kept the check from one of its answers; null where nothing did. */
    private static @Nullable PackagesException check(
            Workplace workplace, Map<PackageRef, PackageAccess> found, List<String> warnings) {
        List<TargetPackage> targets;
        try {
            targets = workplace.targets();
        } catch (PackagesException e) {
            warnings.add("No package was checked. " + e.tried() + " " + e.reason());
            return e;
        }
        PackagesException problem = null;
        for (TargetPackage target : targets) {
            PackageAccess access = GoalAccess.of(target);
            found.put(target.ref(), access);
            problem = problem == null ? access.problem() : problem;
            if (problem != null && ENDS.contains(problem.id())) {
                warnings.add("Nothing was checked in the packages after " + target.ref() + ".");
                break;
            }
        }
        return problem;
    }

    private static PackageLine line(PackageRef ref, PackageAccess access) {
        return new PackageLine(
                ref,
                access.exists(),
                access.list(),
                access.delete(),
                access.restore(),
                access.singleSignOn(),
                access.advice());
    }

    /**
     * What {@code check-access} is to make sure of in every package.
     *
     * @param operation what must be allowed
     */
    record Requirement(Operation operation) {

        /** Fails where it is not allowed in one of the packages, and where there is no package at all. */
        void check(Map<PackageRef, PackageAccess> found) {
            if (found.isEmpty()) {
                throw notAllowed(
                        "No package was found, so nothing was checked.",
                        "Name the packages with -Dghpackages.packages=..., and run list-versions to see what exists.");
            }
            List<PackageRef> refused =
                    where(found, access -> !access.exists() || access.of(operation) == Permission.NO);
            if (!refused.isEmpty()) {
                List<String> advice =
                        Objects.requireNonNull(found.get(refused.get(0))).advice();
                throw notAllowed(
                        sentence("In " + share(refused, found) + ", " + operation + " is not allowed.", refused),
                        "The report says for each package what to change. For the first: " + String.join(" ", advice));
            }
        }

        /** Where GitHub does not report before it is tried whether it is allowed. */
        Optional<String> warning(Map<PackageRef, PackageAccess> found) {
            List<PackageRef> unknown =
                    where(found, access -> access.exists() && access.of(operation) == Permission.UNKNOWN);
            return unknown.isEmpty()
                    ? Optional.empty()
                    : Optional.of(sentence(
                            this + ": in " + share(unknown, found) + " it is unknown whether " + operation
                                    + " is allowed.",
                            unknown));
        }

        private static List<PackageRef> where(
                Map<PackageRef, PackageAccess> found, Predicate<PackageAccess> condition) {
            return found.entrySet().stream()
                    .filter(entry -> condition.test(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        private static String share(List<PackageRef> some, Map<PackageRef, PackageAccess> all) {
            return some.size() + " of " + all.size() + (all.size() == 1 ? " package" : " packages");
        }

        private static String sentence(String words, List<PackageRef> packages) {
            return words + " The first is " + packages.get(0) + ".";
        }

        private PackagesException notAllowed(String reason, String remedy) {
            return new PackagesException(
                    Id.NOT_ALLOWED, "Checking the access that " + this + " requires failed.", reason, remedy);
        }

        @Override
        public String toString() {
            return "require=" + Argument.spelling(operation);
        }
    }
}
