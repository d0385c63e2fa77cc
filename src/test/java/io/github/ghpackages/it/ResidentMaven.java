package io.github.ghpackages.it;

import com.google.inject.AbstractModule;
import java.io.File;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.apache.maven.Maven;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequestPopulator;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.extension.internal.CoreExports;
import org.apache.maven.extension.internal.CoreExtensionEntry;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuilder;
import org.codehaus.plexus.ContainerConfiguration;
import org.codehaus.plexus.DefaultContainerConfiguration;
import org.codehaus.plexus.DefaultPlexusContainer;
import org.codehaus.plexus.PlexusConstants;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.classworlds.realm.ClassRealm;

/**
 * A Maven that stays in its JVM and runs one build after the other, as a Maven daemon does: the classes of a plugin, and what they keep
 * in static fields, are those of the build before. It is a program that has the jars of a Maven 3 on its class path.
 */
public final class ResidentMaven {

    private static final String NEXT = "--";

    private ResidentMaven() {}

    /**
     * Runs the builds.
     *
     * @param arguments the local repository, the folder of the project, and for each build its settings.xml, its user properties
     *     ({@code -Dname=value}) and its goals, with {@code --} between two builds
     */
    public static void main(String[] arguments) throws Exception {
        DefaultPlexusContainer maven = start();
        List<String> builds = Arrays.asList(arguments).subList(2, arguments.length);
        while (!builds.isEmpty()) {
            int end = builds.contains(NEXT) ? builds.indexOf(NEXT) : builds.size();
            List<String> build = builds.subList(0, end);
            MavenExecutionResult result = run(maven, new File(arguments[0]), new File(arguments[1]), build);
            if (result.hasExceptions()) {
                throw new AssertionError(
                        String.join(" ", build) + " failed",
                        result.getExceptions().get(0));
            }
            builds = builds.subList(Math.min(end + 1, builds.size()), builds.size());
        }
        long plugins = maven.getContainerRealm().getWorld().getRealms().stream()
                .filter(realm -> realm.getId().startsWith("plugin>io.github.ghpackages:"))
                .count();
        if (plugins != 1) {
            throw new AssertionError(
                    "The builds did not share the plugin's classes: they were loaded " + plugins + " times");
        }
        maven.dispose();
    }

    private static DefaultPlexusContainer start() throws Exception {
        ClassWorld world = new ClassWorld("plexus.core", Thread.currentThread().getContextClassLoader());
        ClassRealm core = world.getClassRealm("plexus.core");
        ContainerConfiguration configuration = new DefaultContainerConfiguration()
                .setClassWorld(world)
                .setRealm(core)
                .setClassPathScanning(PlexusConstants.SCANNING_INDEX)
                .setAutoWiring(true)
                .setJSR250Lifecycle(true)
                .setName("maven");
        CoreExtensionEntry own = CoreExtensionEntry.discoverFrom(core);
        CoreExports exports = new CoreExports(core, own.getExportedArtifacts(), own.getExportedPackages());
        DefaultPlexusContainer container = new DefaultPlexusContainer(configuration, new AbstractModule() {
            @Override
            protected void configure() {
                bind(org.slf4j.ILoggerFactory.class).toInstance(org.slf4j.LoggerFactory.getILoggerFactory());
                bind(CoreExports.class).toInstance(exports);
            }
        });
        Thread.currentThread().setContextClassLoader(container.getContainerRealm());
        return container;
    }

    private static MavenExecutionResult run(
            DefaultPlexusContainer maven, File localRepository, File folder, List<String> build) throws Exception {
        File settingsFile = new File(build.get(0));
        Properties user = new Properties();
        build.stream().filter(word -> word.startsWith("-D")).forEach(word -> {
            String[] property = word.substring(2).split("=", 2);
            user.setProperty(property[0], property[1]);
        });
        Settings settings = maven.lookup(SettingsBuilder.class)
                .build(new DefaultSettingsBuildingRequest()
                        .setUserSettingsFile(settingsFile)
                        .setSystemProperties(System.getProperties()))
                .getEffectiveSettings();
        MavenExecutionRequest request = new DefaultMavenExecutionRequest()
                .setBaseDirectory(folder)
                .setPom(new File(folder, "pom.xml"))
                .setGoals(build.stream()
                        .skip(1)
                        .filter(word -> !word.startsWith("-"))
                        .toList())
                .setUserProperties(user)
                .setSystemProperties(System.getProperties())
                .setUserSettingsFile(settingsFile)
                .setInteractiveMode(false)
                .setExecutionListener(new AbstractExecutionListener())
                .setStartTime(new Date());
        request.setMultiModuleProjectDirectory(folder);
        request.setProjectPresent(true);
        MavenExecutionRequestPopulator populator = maven.lookup(MavenExecutionRequestPopulator.class);
        populator.populateFromSettings(request, settings);
        // Only now: the settings have a default.
        request.setLocalRepositoryPath(localRepository);
        populator.populateDefaults(request);
        System.out.println("[INFO] Scanning for projects...");
        return maven.lookup(Maven.class).execute(request);
    }
}
