package io.github.ghpackages.mojo;

import io.github.ghpackages.github.PackageAccess;
import io.github.ghpackages.report.AccessReport;
import io.github.ghpackages.report.AccessReport.PackageLine;
import io.github.ghpackages.report.JsonFormat;
import io.github.ghpackages.report.TableFormat;
import io.github.ghpackages.run.Subject;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;

/**
 * Says, for each server and package that this build would use, what its token may do (list, delete, restore), its kind, scopes,
 * expiry and rate limit, and what to change. Reads only: a {@code yes} for deleting is told from scopes and the right on the
 * repository, not tried. An unusable token fails the build with its explanation.
 *
 * <p>Example: {@code mvn ghpackages:check-access}
 */
@Mojo(name = "check-access", requiresProject = false, requiresOnline = true, threadSafe = true)
public final class CheckAccessMojo extends AbstractPackagesMojo {

    @Override
    void run(List<MavenProject> modules) {
        Output output = output();
        output.prepare();
        try (Workplace workplace = open(modules)) {
            List<PackageLine> lines = new ArrayList<>();
            for (Subject subject : workplace.subjects()) {
                PackageAccess access = subject.github().access(subject.owner(), subject.name());
                lines.add(new PackageLine(
                        subject.ref(),
                        access.exists(),
                        access.list(),
                        access.delete(),
                        access.restore(),
                        access.advice()));
            }
            AccessReport report = new AccessReport(workplace.warnings(), workplace.tokens(), lines);
            output.write(
                    () -> TableFormat.lines(report),
                    TableFormat.summary(report),
                    out -> JsonFormat.write(report, out),
                    report.warnings());
        }
    }
}
