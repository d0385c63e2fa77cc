package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.github.Operation;
import io.github.ghpackages.github.PackageAccess;
import io.github.ghpackages.report.AccessReport;
import io.github.ghpackages.report.AccessReport.PackageLine;
import io.github.ghpackages.report.JsonFormat;
import io.github.ghpackages.report.TableFormat;
import io.github.ghpackages.run.GoalAccess;
import io.github.ghpackages.run.TargetPackage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Says, for each server and package that this build would use, what its token may do (list, delete, restore), its kind, scopes,
 * expiry, rate limit and single sign-on, and what to change. Reads only: a {@code yes} for deleting comes from scopes, the right on
 * the repository, and the check that {@code prune-versions} makes before its first deletion; nothing is tried. What can't be
 * checked is reported with its reason, and fails the build afterwards.
 *
 * <p>Example: {@code mvn ghpackages:check-access}
 */
@Mojo(name = "check-access", requiresProject = false, requiresOnline = true, threadSafe = true)
@SuppressWarnings("unused") // see AbstractReactorMojo
public final class CheckAccessMojo extends AbstractPackagesMojo {

    /** After these the next package would only have to wait for the same. */
    private static final Set<Id> ENDS = Set.of(Id.RATE_LIMITED, Id.CONNECTION_FAILED);

    /**
     * What must be allowed in every package: {@code list}, {@code delete} or {@code restore}. Where it is not, the build fails
     * after the report, so that this goal can gate a CI job. What GitHub does not report before it is tried, as for a
     * {@code GITHUB_TOKEN}, causes a warning.
     *
     * <p>Default: nothing; the report alone says what is allowed.
     *
     * <p>Example: {@code mvn ghpackages:check-access -Dghpackages.require=delete}
     */
    @Parameter(property = "ghpackages.require")
    private @Nullable String require;

    @Override
    void run(List<MavenProject> modules) {
        Optional<Requirement> required =
                arguments().find("require").map(argument -> new Requirement(argument.choice(Operation.class)));
        Output output = output();
        output.prepare();
        if (hasNothingToManage(
                modules, output, why -> out -> JsonFormat.write(new AccessReport(why, List.of(), List.of()), out))) {
            return;
        }
        try (Workplace workplace = open(modules)) {
            Map<PackageRef, PackageAccess> found = new LinkedHashMap<>();
            List<String> warnings = new ArrayList<>();
            PackagesException problem = check(workplace, found, warnings);
            required.flatMap(requirement -> requirement.warning(found)).ifPresent(warnings::add);
            warnings.addAll(0, workplace.warnings());
            AccessReport report = new AccessReport(warnings, workplace.tokens(), lines(found));
            output.write(
                    () -> TableFormat.lines(report),
                    TableFormat.summary(report),
                    out -> JsonFormat.write(report, out),
                    report.warnings());
            if (problem != null) {
                throw problem;
            }
            required.ifPresent(requirement -> requirement.check(found));
        }
    }

    /** Returns what kept the check from one of its answers; null where nothing did. */
    private static @Nullable PackagesException check(
            Workplace workplace, Map<PackageRef, PackageAccess> found, List<String> warnings) {
        List<TargetPackage> subjects;
        try {
            subjects = workplace.subjects();
        } catch (PackagesException e) {
            warnings.add("No package was looked at. " + e.tried() + " " + e.reason());
            return e;
        }
        PackagesException problem = null;
        for (TargetPackage subject : subjects) {
            PackageAccess access = GoalAccess.of(subject);
            found.put(subject.ref(), access);
            problem = problem == null ? access.problem() : problem;
            if (problem != null && ENDS.contains(problem.id())) {
                warnings.add("Nothing was asked about the packages after " + subject.ref() + ".");
                break;
            }
        }
        return problem;
    }

    private static List<PackageLine> lines(Map<PackageRef, PackageAccess> found) {
        return found.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
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
}
