package io.github.ghpackages.project;

import java.util.List;
import org.apache.maven.execution.MavenSession;

/** The modules of a reactor that deploy. */
public final class DeployedModules {

    private DeployedModules() {}

    /**
     * All modules of the reactor, also those that this build leaves out, but for the ones that are not deployed: by the
     * property {@code maven.deploy.skip} or by the deploy plugin's {@code <skip>}. None where there is no pom.
     */
    public static List<DeployedModule> of(MavenSession session) {
        return ReactorProjects.of(session).stream()
                .filter(project -> !new DeployPlugin(session, project).skips())
                .map(DeployedModule::of)
                .toList();
    }
}
