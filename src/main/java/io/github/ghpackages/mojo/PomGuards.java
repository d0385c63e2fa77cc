package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.build.DeployedModules;
import io.github.ghpackages.build.PomReference;
import io.github.ghpackages.build.PomReferences;
import io.github.ghpackages.retention.PackageHistory.Guard;
import io.github.ghpackages.retention.VersionOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** The guards of this build: they keep the versions that it makes or that its poms reference. */
final class PomGuards {

    private static final String HINT =
            "built by this reactor; for a redeploy, -Dghpackages.evenIfBuilt=true deletes it";

    private final MavenSession session;
    private final Set<String> named;
    private final boolean evenIfBuilt;
    private @Nullable PomReferences references;

    private PomGuards(MavenSession session, Set<String> named, boolean evenIfBuilt) {
        this.session = session;
        this.named = named;
        this.evenIfBuilt = evenIfBuilt;
    }

    /** Guards that keep whatever this build makes or references. */
    static PomGuards of(MavenSession session) {
        return new PomGuards(session, Set.of(), false);
    }

    /**
     * Guards for a deletion by exact names.
     *
     * @param evenIfBuilt whether the user wants a version that is named deleted although this build makes it
     */
    static PomGuards of(MavenSession session, Collection<String> named, boolean evenIfBuilt) {
        return new PomGuards(session, Set.copyOf(named), evenIfBuilt);
    }

    /** The guards of a package with these versions. */
    List<Guard> of(PackageName name, List<PackageVersion> versions) {
        Set<String> built = DeployedModules.all(session).stream()
                .filter(module -> module.name().equals(name))
                .map(module -> module.project().getVersion())
                .filter(named::contains)
                .collect(Collectors.toSet());
        List<Guard> guards = new ArrayList<>();
        if (!evenIfBuilt && !built.isEmpty()) {
            guards.add(new Guard(built::contains, HINT));
        }
        for (PomReference reference : references().of(name)) {
            Predicate<String> referenced = reference.among(versions, VersionOrder::compareNames);
            guards.add(new Guard(
                    evenIfBuilt ? version -> !built.contains(version) && referenced.test(version) : referenced,
                    reference.reason()));
        }
        return guards;
    }

    private synchronized PomReferences references() {
        if (references == null) {
            references = PomReferences.of(session);
        }
        return references;
    }
}
