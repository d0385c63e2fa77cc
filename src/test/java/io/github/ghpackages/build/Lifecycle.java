package io.github.ghpackages.build;

import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;

/** What Maven's lifecycle puts into the model of every module: the same on 3.6.3, 3.9 and 4. */
public final class Lifecycle {

    private Lifecycle() {}

    /** maven-deploy-plugin, with its goal bound to the phase of that name. */
    public static Plugin deployPlugin() {
        PluginExecution execution = new PluginExecution();
        execution.setId("default-deploy");
        execution.setPhase("deploy");
        execution.addGoal("deploy");
        Plugin plugin = new Plugin();
        plugin.setArtifactId("maven-deploy-plugin");
        plugin.setVersion("3.1.4");
        plugin.addExecution(execution);
        return plugin;
    }
}
