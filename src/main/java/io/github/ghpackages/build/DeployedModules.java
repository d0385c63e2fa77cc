package io.github.ghpackages.build;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** The modules of a reactor that deploy. */
public final class DeployedModules {

    private DeployedModules() {}

    /**
     * The modules of the reactor whose model, after extensions have changed it, has an execution of maven-deploy-plugin's
     * {@code deploy} that is at a phase and not skipped; also modules that this build leaves out. None where there is no pom.
     */
    public static List<DeployedModule> of(MavenSession session) {
        List<DeployedModule> deployed = new ArrayList<>();
        for (DeployedModule module : all(session)) {
            if (new DeployPlugin(session, module.project()).whyNot().isEmpty()) {
                deployed.add(module);
            }
        }
        return deployed;
    }

    /** The others, with the reason. */
    public static List<LeftOutModule> leftOut(MavenSession session) {
        return ReactorProjects.of(session).stream()
                .flatMap(project -> new DeployPlugin(session, project)
                        .whyNot().map(cause -> new LeftOutModule(project, cause)).stream())
                .toList();
    }

    /** All modules, as if each of them deployed. */
    public static List<DeployedModule> all(MavenSession session) {
        List<DeployedModule> all = new ArrayList<>();
        for (MavenProject project : ReactorProjects.of(session)) {
            all.add(DeployedModule.of(project));
        }
        return all;
    }
}
