package io.github.ghpackages.build;

import org.apache.maven.project.MavenProject;

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
        return Coordinates.of(project);
    }
}
