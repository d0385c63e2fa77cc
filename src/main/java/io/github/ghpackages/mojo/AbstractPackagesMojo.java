package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.build.Credentials;
import io.github.ghpackages.build.DeployedModules;
import io.github.ghpackages.build.Proxies;
import io.github.ghpackages.build.TargetResolver;
import io.github.ghpackages.build.TargetResolver.Given;
import io.github.ghpackages.files.PolicyValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals have in common: where the packages are, how GitHub is reached, and how the report looks. */
@SuppressWarnings("unused") // see AbstractReactorMojo
abstract class AbstractPackagesMojo extends AbstractReactorMojo {

    private static final List<String> PACKAGE_TYPES =
            List.of(PackageName.MAVEN, "npm", "rubygems", "docker", "nuget", "container");

    /**
     * Base URL of GitHub's REST API. Needed for GitHub Enterprise Server with subdomain isolation, where the registry's URL
     * does not say it. A host that only a pom names gets no token unless it belongs to the registry of the same server id, or is
     * this machine and the server id is that of the pom's own repository; name any other on the command line, in
     * {@code GITHUB_API_URL}, or in {@code <server><configuration><apiUrl>} of settings.xml.
     *
     * <p>Default: {@code <configuration><apiUrl>} of the {@code <server>}, else the one that belongs to the registry's URL, else
     * {@code GITHUB_API_URL}, else that of github.com.
     *
     * <p>Example: {@code https://github.example.com/api/v3}
     */
    @Parameter(property = "ghpackages.apiUrl")
    private @Nullable String apiUrl;

    /**
     * The Maven registry that the packages are deployed to. Its path names owner and repository, and a package that belongs to
     * another repository stops the run; if it names the owner alone, no repository is checked. {@code https://maven.HOST} counts
     * as a registry of GitHub only if {@code apiUrl} or {@code GITHUB_API_URL} names that HOST.
     *
     * <p>Default: {@code altDeploymentRepository} and its kin where maven-deploy-plugin gets one; else
     * {@code distributionManagement}, for a snapshot project its {@code snapshotRepository} first.
     *
     * <p>Example: {@code https://maven.pkg.github.com/acme/widgets}
     */
    @Parameter(property = "ghpackages.registryUrl")
    private @Nullable String registryUrl;

    /**
     * The user or organisation whose packages these are.
     *
     * <p>Default: the registry URL's; else, for the API that {@code GITHUB_API_URL} names, {@code GITHUB_REPOSITORY_OWNER},
     * but not for a module that deploys to somebody else's repository.
     */
    @Parameter(property = "ghpackages.owner")
    private @Nullable String owner;

    /**
     * The {@code <id>} of the {@code <server>} in settings.xml whose password is the token: a classic personal access token.
     *
     * <p>Default: the id of the repository to which the project deploys, else {@code github}.
     */
    @Parameter(property = "ghpackages.serverId")
    private @Nullable String serverId;

    /**
     * The packages to work on: names ({@code com.example.app}), {@code groupId:artifactId}, or patterns with {@code *} and
     * {@code ?}, which are looked up among the owner's packages. Comma-separated, or nested elements in the pom. Packages
     * named here are judged one by one, not as the modules of one reactor. What poms name that Maven has not read, since it
     * was started in a part of the reactor, is not guarded then; a goal that deletes warns of it.
     *
     * <p>On the command line they replace those of the {@code <configuration>}, so a build with several executions of the goal
     * refuses them there.
     *
     * <p>Default: the modules of this build that deploy, by an execution of maven-deploy-plugin's goal {@code deploy} that is at
     * a phase and not skipped. A module whose deploy another plugin has taken over has no package here; the report names it.
     *
     * <p>Example: {@code com.example:app,com.example:lib-*}
     */
    @Parameter(property = "ghpackages.packages")
    private @Nullable List<String> packages;

    /**
     * GitHub's type of the packages: {@code maven}, {@code npm}, {@code rubygems}, {@code docker}, {@code nuget} or
     * {@code container}. Goals that delete refuse {@code docker} and {@code container}: an image for several platforms consists
     * of several versions, most of them without a tag, and they can't distinguish those in use from unused ones.
     */
    @Parameter(property = "ghpackages.packageType", defaultValue = "maven")
    private String packageType = "maven";

    /**
     * {@code table} for people, {@code json} for programs. JSON goes raw to standard output, so that
     * {@code mvn -q ... | jq} works, unless {@code outputFile} is given.
     */
    @Parameter(property = "ghpackages.format", defaultValue = "table")
    private String format = "table";

    /**
     * The report goes to this file, relative to the execution root, and one line of summary to the log. An older file is removed
     * first, but no journal: that, or a file that another parameter names, is an error.
     */
    @Parameter(property = "ghpackages.outputFile")
    private @Nullable String outputFile;

    /**
     * How many pages of a listing may be read at once, 1 to 100; deletions and look-ups go at most 8 at a time. GitHub's
     * documented limits are kept in any case.
     */
    @Parameter(property = "ghpackages.concurrency", defaultValue = "8")
    private String concurrency = "8";

    /** How long a connection may take to come about: {@code 10s}, {@code 1m} or ISO-8601 ({@code PT10S}). */
    @Parameter(property = "ghpackages.connectTimeout", defaultValue = "10s")
    private String connectTimeout = "10s";

    /** How long the server may be silent before a request counts as failed, as {@code connectTimeout}. */
    @Parameter(property = "ghpackages.responseTimeout", defaultValue = "30s")
    private String responseTimeout = "30s";

    /**
     * How long a rate limit may hold up the run at a time, as {@code connectTimeout}: from its first "not now" until a request
     * goes through. A long run may be held up so several times. A longer wait ends the run in order: it says what is done, and
     * how to go on where it stopped.
     */
    @Parameter(property = "ghpackages.maxWait", defaultValue = "10m")
    private String maxWait = "10m";

    /**
     * Allows {@code http://} URLs beyond this machine, over which anybody on the way can read the token. Counts on the command
     * line only.
     */
    @Parameter(property = "ghpackages.allowHttp", defaultValue = "false")
    private String allowHttp = "false";

    /** The files beside the report that this goal reads or writes, by parameter. */
    Map<String, Path> otherFiles() {
        return Map.of();
    }

    final Output output() {
        Path file = file("outputFile");
        if (file != null) {
            Overwriting.requireDistinct("outputFile", file, otherFiles());
        }
        return new Output(getLog(), arguments().get("format").choice(Output.Format.class), file);
    }

    /** Whether the user named the packages, so that they are not the modules of a reactor. */
    final boolean namesPackages() {
        return arguments().isGiven("packages");
    }

    /**
     * Whether the goal is bound where no module deploys, as under {@code -Dmaven.deploy.skip=true}. It then says so, and the build
     * goes on: nobody has asked for this run in particular. Typed on the command line, it is an error.
     *
     * @param report makes a report without packages, with these warnings
     */
    final boolean hasNothingToManage(
            List<MavenProject> modules, Output output, Function<List<String>, Output.Json> report) {
        boolean managesModules = !namesPackages() && packageType.equals(PackageName.MAVEN);
        if (!isBoundToPhase()
                || !managesModules
                || DeployedModules.of(session()).stream().anyMatch(module -> modules.contains(module.project()))) {
            return false;
        }
        String why = goal() + " has nothing to do: no module of this build that runs it deploys.";
        output.writeOneLine(why, report.apply(List.of(why)));
        return true;
    }

    final Workplace open(List<MavenProject> modules) {
        Map<String, String> environment = System.getenv();
        Credentials credentials =
                new Credentials(session().getRepositorySession(), session().getSettings(), environment);
        TargetResolver targets = new TargetResolver(
                session(),
                new TargetResolver.Parameters(given("apiUrl"), given("registryUrl"), text("owner"), text("serverId")),
                environment,
                credentials::apiUrl);
        Connections connections = new Connections(
                credentials, new Proxies(session().getRepositorySession()), connectionOptions(), getLog()::info);
        return new Workplace(
                session(),
                targets,
                connections,
                modules,
                new SkippedModules(session(), reactor().skipped()),
                namesPackages() ? arguments().texts("packages") : null,
                packageType(),
                getLog()::info);
    }

    final String packageType() {
        return arguments().get("packageType").oneOf(PACKAGE_TYPES);
    }

    private ConnectionOptions connectionOptions() {
        Argument allowHttp = arguments().get("allowHttp");
        boolean http = allowHttp.flag();
        if (http && !allowHttp.isTyped()) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Reading allowHttp=true failed.",
                    "It does not stand on the command line, and a pom must not take away the protection of the token.",
                    "Write -Dghpackages.allowHttp=true on the command line, or use https.");
        }
        return new ConnectionOptions(
                arguments().get("connectTimeout").duration(),
                arguments().get("responseTimeout").duration(),
                arguments().get("maxWait").duration(),
                arguments().get("concurrency").positive(),
                http,
                "ghpackages-maven-plugin/" + pluginVersion());
    }

    private @Nullable Given given(String name) {
        Argument argument = arguments().find(name).orElse(null);
        return argument == null ? null : new Given(argument.text(), argument.isTyped());
    }

    final Journals journals(String operation, @Nullable Path file) {
        return new Journals(operation, file, pluginVersion(), policy());
    }

    /** All arguments and where they come from, as the journal and the plan record them. */
    final Map<String, PolicyValue> policy() {
        Map<String, PolicyValue> policy = new TreeMap<>();
        arguments()
                .all()
                .forEach((name, argument) -> policy.put(name, new PolicyValue(argument.text(), argument.source())));
        return policy;
    }
}
