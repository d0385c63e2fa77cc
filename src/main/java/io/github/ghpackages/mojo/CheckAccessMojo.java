package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.github.PackageAccess;
import io.github.ghpackages.report.AccessReport;
import io.github.ghpackages.report.AccessReport.PackageLine;
import io.github.ghpackages.report.JsonFormat;
import io.github.ghpackages.report.TableFormat;
import io.github.ghpackages.run.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Says, for each server and package that this build would use, what its token may do (list, delete, restore), its kind, scopes,
 * expiry, rate limit and single sign-on, and what to change. Reads only: a {@code yes} for deleting is told from scopes and the
 * right on the repository, not tried. What can't be checked is reported with its reason, and fails the build afterwards.
 *
 * <p>Example: {@code mvn ghpackages:check-access}
 */
@Mojo(name = "check-access", requiresProject = false, requiresOnline = true, threadSafe = true)
public final class CheckAccessMojo extends AbstractPackagesMojo {

    /** After these the next package would only have to wait for the same. */
    private static final Set<Id> ENDS = Set.of(Id.RATE_LIMITED, Id.CONNECTION_FAILED);

    @Override
    void run(List<MavenProject> modules) {
        Output output = output();
        output.prepare();
        try (Workplace workplace = open(modules)) {
            List<PackageLine> lines = new ArrayList<>();
            List<String> warnings = new ArrayList<>();
            PackagesException problem = check(workplace, lines, warnings);
            warnings.addAll(0, workplace.warnings());
            AccessReport report = new AccessReport(warnings, workplace.tokens(), lines);
            output.write(
                    () -> TableFormat.lines(report),
                    TableFormat.summary(report),
                    out -> JsonFormat.write(report, out),
                    report.warnings());
            if (problem != null) {
                throw problem;
            }
        }
    }

    /** Returns what kept the check from one of its answers; null where nothing did. */
    private static @Nullable PackagesException check(
            Workplace workplace, List<PackageLine> lines, List<String> warnings) {
        List<Subject> subjects;
        try {
            subjects = workplace.subjects();
        } catch (PackagesException e) {
            warnings.add("No package was looked at. " + e.tried() + " " + e.reason());
            return e;
        }
        PackagesException problem = null;
        for (Subject subject : subjects) {
            PackageAccess access = subject.github().access(subject.owner(), subject.name());
            lines.add(line(subject, access));
            problem = problem == null ? access.problem() : problem;
            if (problem != null && ENDS.contains(problem.id())) {
                warnings.add("Nothing was asked about the packages after " + subject.ref() + ".");
                break;
            }
        }
        return problem;
    }

    private static PackageLine line(Subject subject, PackageAccess access) {
        return new PackageLine(
                subject.ref(),
                access.exists(),
                access.list(),
                access.delete(),
                access.restore(),
                access.singleSignOn(),
                access.advice());
    }
}
