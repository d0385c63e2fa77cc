package io.github.ghpackages.build;

import io.github.ghpackages.PackageName;
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

    /**
     * Whether this build deploys this module after what is bound to an earlier phase: it was called with the phase {@code deploy},
     * and the module deploys.
     */
    public static boolean isAboutToDeploy(MavenSession session, MavenProject project) {
        boolean reached = session.getGoals().stream().anyMatch(goal -> goal.equals("deploy"));
        return reached && new DeployPlugin(session, project).whyNot().isEmpty();
    }

    /** Whether the module is deployed only once all modules of the build are done ({@code deployAtEnd}). */
    public static boolean deploysAtEnd(MavenSession session, MavenProject project) {
        return new DeployPlugin(session, project).deploysAtEnd();
    }

    /** All modules, as if each of them deployed. */
    public static List<DeployedModule> all(MavenSession session) {
        List<DeployedModule> all = new ArrayList<>();
        for (MavenProject project : ReactorProjects.of(session)) {
            all.add(DeployedModule.of(project));
        }
        return all;
    }

    /**
     * A module of the reactor whose artifacts go to a registry.
     *
     * @param name the package that holds its versions
     * @param project the module
     */
    public record DeployedModule(PackageName name, MavenProject project) {

        static DeployedModule of(MavenProject project) {
            return new DeployedModule(PackageName.maven(project.getGroupId(), project.getArtifactId()), project);
        }

        /** {@code groupId:artifactId}. */
        public String coordinates() {
            return ReactorProjects.coordinates(project);
        }
    }

    /**
     * A module of the reactor that does not deploy, so that no package is its own.
     *
     * @param project the module
     * @param cause why it does not deploy
     */
    public record LeftOutModule(MavenProject project, Cause cause) {

        /** Why a module does not deploy. */
        public enum Cause {
            /** A property or the deploy plugin's configuration skips it. */
            SKIPPED("the deploy is skipped (maven.deploy.skip or <skip>)", true),
            /** All executions are at {@code none} or at another name that is no phase. */
            NO_PHASE("the deploy is not bound to one of Maven's phases", true),
            /** An extension has removed the executions. */
            TAKEN_OVER("an extension of the build deploys instead of maven-deploy-plugin", false),
            /** The packaging's lifecycle has no deploy, or an extension has removed the plugin. */
            NO_PLUGIN("the build does not use maven-deploy-plugin", false);

            private final String words;
            private final boolean chosen;

            Cause(String words, boolean chosen) {
                this.words = words;
                this.chosen = chosen;
            }

            /** Whether a pom or the user asked for it, rather than an extension or the packaging. */
            public boolean isChosen() {
                return chosen;
            }

            /** For people. */
            @Override
            public String toString() {
                return words;
            }
        }

        /** {@code groupId:artifactId}. */
        public String coordinates() {
            return ReactorProjects.coordinates(project);
        }
    }
}
