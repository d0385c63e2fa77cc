package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.build.Credentials;
import io.github.ghpackages.build.DeployedModules;
import io.github.ghpackages.build.RunEnvironment;
import io.github.ghpackages.build.TargetResolver;
import io.github.ghpackages.build.TargetResolver.Given;
import io.github.ghpackages.files.FileErrors;
import io.github.ghpackages.files.PolicyValue;
import io.github.ghpackages.mojo.Connections.ConnectionOptions;
import io.github.ghpackages.mojo.LeftOutModules.SkippedModules;
import io.github.ghpackages.report.ReportFile;
import io.github.ghpackages.run.Journals;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals share: where the packages are, how GitHub is reached, and how the report looks. */
@SuppressWarnings("unused") // see AbstractReactorMojo
abstract class AbstractPackagesMojo extends AbstractReactorMojo {

    /**
     * The base URL of GitHub's REST API. Set it for a GitHub Enterprise Server with subdomain isolation, whose registry URL
     * does not reveal the API. If only a pom names the host, it gets the token in two cases: it belongs to the registry of
     * the same server id, or it is this machine and the server id is that of the pom's own repository. Name any other host
     * on the command line, in {@code GITHUB_API_URL}, or in {@code <server><configuration><apiUrl>} of settings.xml.
     *
     * <p>Default: {@code <configuration><apiUrl>} of the {@code <server>}, else the API that belongs to the registry's URL,
     * else {@code GITHUB_API_URL}, else the API of github.com.
     *
     * <p>Example: {@code https://github.example.com/api/v3}
     */
    @Parameter(property = "ghpackages.apiUrl")
    private @Nullable String apiUrl;

    /**
     * The Maven registry to which the packages are deployed. Its path names the owner and the repository, and a package
     * that belongs to another repository stops the run. If the path names only the owner, the repository is not checked.
     * {@code https://maven.HOST} is accepted as a GitHub registry only if {@code apiUrl} or {@code GITHUB_API_URL} names
     * that HOST.
     *
     * <p>Default: {@code altDeploymentRepository} or one of its variants if maven-deploy-plugin uses it; else
     * {@code distributionManagement}, for a snapshot project its {@code snapshotRepository} first.
     *
     * <p>Example: {@code https://maven.pkg.github.com/acme/widgets}
     */
    @Parameter(property = "ghpackages.registryUrl")
    private @Nullable String registryUrl;

    /**
     * The user or organisation that owns the packages.
     *
     * <p>Default: the owner in the registry's URL; else {@code GITHUB_REPOSITORY_OWNER} for the API that
     * {@code GITHUB_API_URL} names, but not for a module that deploys to a repository of someone else.
     */
    @Parameter(property = "ghpackages.owner")
    private @Nullable String owner;

    /**
     * The {@code <id>} of the {@code <server>} in settings.xml whose password is the token, a classic personal access
     * token.
     *
     * <p>Default: the id of the repository to which the project deploys, else {@code github}.
     */
    @Parameter(property = "ghpackages.serverId")
    private @Nullable String serverId;

    /**
     * The packages to work on: names ({@code com.example.app}), {@code groupId:artifactId}, or patterns with {@code *} and
     * {@code ?}, which are matched against the owner's packages. A {@code !} in front of one excludes what it matches,
     * whatever else selects it; if all have one, all other packages of the owner are meant. Separate them by commas, or use
     * nested elements in the pom. A pattern that matches nothing causes a warning. To match patterns, the owner's packages
     * are listed, which GitHub may not allow a {@code GITHUB_TOKEN}: use names then. Packages named here are judged one by one, not as the modules of one reactor. If Maven does not read all poms of
     * the reactor (started in a subfolder, with {@code -N}, or without a profile that adds modules), versions that only
     * unread poms reference are not protected; a goal that deletes warns about this.
     *
     * <p>On the command line they replace the packages of the {@code <configuration>}, so a build with several executions
     * of the goal refuses them there.
     *
     * <p>Default: the modules of this build that deploy. A module deploys if an execution of maven-deploy-plugin's goal
     * {@code deploy} is bound to a phase and not skipped. If another plugin deploys a module instead, the report names the
     * module and leaves it out.
     *
     * <p>Example: {@code com.example:app,com.example:lib-*,!com.example:lib-test}
     */
    @Parameter(property = "ghpackages.packages")
    private @Nullable List<String> packages;

    /**
     * Works only on packages of this repository, {@code OWNER/NAME}. Patterns of {@code packages} then match only its
     * packages, a package that is named and belongs to another repository is left out, and so is a module that deploys to
     * another one.
     *
     * <p>Default: the repository in the registry's URL, if it names one; else any repository of the owner. Example:
     * {@code acme/widgets}
     */
    @Parameter(property = "ghpackages.repository")
    private @Nullable String repository;

    /**
     * GitHub's type of the packages: {@code maven}, {@code npm}, {@code rubygems}, {@code docker}, {@code nuget} or
     * {@code container}. Goals that delete refuse {@code docker} and {@code container}: a multi-platform image consists of
     * several versions, most of them untagged, and the goals can't distinguish those in use from unused ones.
     */
    @Parameter(property = "ghpackages.packageType", defaultValue = "maven")
    private String packageType = "maven";

    /**
     * {@code table} for people, {@code json} for programs, {@code markdown} for a pull request or a wiki, {@code csv} for a
     * spreadsheet, {@code html} for a browser. Without {@code outputFile}, JSON, Markdown and CSV are written to standard
     * output with nothing around them, so that {@code mvn -q ... | jq} works. {@code html} requires {@code outputFile}.
     */
    @Parameter(property = "ghpackages.format", defaultValue = "table")
    private String format = "table";

    /**
     * Writes the report to this file, relative to the execution root, and a one-line summary to the log. An older file
     * there is removed first. A journal, or a file that another parameter names, is never overwritten: it is an error.
     */
    @Parameter(property = "ghpackages.outputFile")
    private @Nullable String outputFile;

    /**
     * How many pages of a listing may be read at once, from 1 to 100. At most 8 deletions or look-ups run at once. GitHub's
     * documented limits are always respected.
     */
    @Parameter(property = "ghpackages.concurrency", defaultValue = "16")
    private String concurrency = "16";

    /** The longest wait for a connection: {@code 10s}, {@code 1m} or ISO-8601 ({@code PT10S}). */
    @Parameter(property = "ghpackages.connectTimeout", defaultValue = "10s")
    private String connectTimeout = "10s";

    /** The longest silence of the server before a request has failed, in the form of {@code connectTimeout}. */
    @Parameter(property = "ghpackages.responseTimeout", defaultValue = "30s")
    private String responseTimeout = "30s";

    /**
     * The longest single wait for a rate limit, from GitHub's first refusal until a request succeeds, in the form of
     * {@code connectTimeout}. A long run may wait several times. If GitHub asks for a longer wait, the run stops, reports
     * what is done, and says how to resume.
     */
    @Parameter(property = "ghpackages.maxWait", defaultValue = "10m")
    private String maxWait = "10m";

    /**
     * Allows {@code http://} URLs beyond this machine. Anyone on the network path can then read the token. It is read from
     * the command line only.
     */
    @Parameter(property = "ghpackages.allowHttp", defaultValue = "false")
    private String allowHttp = "false";

    /** The files that the user named by these parameters. */
    final Map<String, Path> files(String... parameters) {
        Map<String, Path> files = new TreeMap<>();
        for (String parameter : parameters) {
            Path file = file(parameter);
            if (file != null) {
                files.put(parameter, file);
            }
        }
        return files;
    }

    /**
     * Where the report goes.
     *
     * @param others the files beside the report that this goal reads or writes, by parameter
     */
    final ReportFile reportFile(Map<String, Path> others) {
        Path file = file("outputFile");
        if (file != null) {
            FileErrors.requireDistinct("outputFile", file, others);
        }
        Argument format = arguments().get("format");
        if (file == null && format.choice(ReportFile.Format.class) == ReportFile.Format.HTML) {
            throw format.wrong(
                    "a browser shows only a file", "Name the file: -Dghpackages.outputFile=target/report.html.");
        }
        return new ReportFile(
                new ReportFile.Log(
                        this::infoOfReport,
                        this::warn,
                        !getLog().isInfoEnabled(),
                        Terminal.of(session()).screen()),
                format.choice(ReportFile.Format.class),
                file,
                "ghpackages:" + goal(),
                runner());
    }

    @Override
    final boolean isReportOnConsole() {
        return !arguments().isGiven("outputFile")
                && !arguments().get("format").text().equalsIgnoreCase(ReportFile.Format.TABLE.name());
    }

    /** Whether the user named the packages, so that they are not the modules of a reactor. */
    final boolean namesPackages() {
        return arguments().isGiven("packages");
    }

    /**
     * Why there is nothing to do, if the goal is bound where no module deploys, as under {@code -Dmaven.deploy.skip=true}. The goal
     * then says so, and the build goes on: nobody asked for this run in particular. Typed on the command line, it is an error.
     */
    final Optional<String> nothingToManage(List<MavenProject> modules) {
        boolean managesModules = !namesPackages() && packageType().hasCoordinates();
        return !isBoundToPhase()
                        || !managesModules
                        || DeployedModules.of(session()).stream().anyMatch(module -> modules.contains(module.project()))
                ? Optional.empty()
                : Optional.of(goal() + " has nothing to do: no module that runs it in this build deploys.");
    }

    final Workplace open(List<MavenProject> modules) {
        return open(modules, PomGuards.of(session()));
    }

    final Workplace open(List<MavenProject> modules, PomGuards guards) {
        Map<String, String> environment = System.getenv();
        Credentials credentials =
                new Credentials(session().getRepositorySession(), session().getSettings(), environment);
        TargetResolver targets = new TargetResolver(
                session(),
                new TargetResolver.Parameters(given("apiUrl"), given("registryUrl"), text("owner"), text("serverId")),
                environment,
                credentials.apiUrls());
        Connections connections = Connections.of(session(), credentials, connectionOptions(), this::info);
        progress().follow(connections);
        return new Workplace(
                session(),
                targets,
                connections,
                modules,
                new SkippedModules(session(), reactor().skipped()),
                guards,
                namesPackages() ? PackageSelection.of(arguments().get("packages"), packageType()) : null,
                repository(),
                packageType(),
                this::info);
    }

    /** The repository in which the packages must be; null if none is given. */
    final @Nullable String repository() {
        Argument repository = arguments().find("repository").orElse(null);
        if (repository != null && !repository.text().matches("[^/*?\\s]+/[^/*?\\s]+")) {
            throw repository.wrong("it is not a repository", "Write OWNER/NAME, such as acme/widgets.");
        }
        return repository == null ? null : repository.text();
    }

    final PackageType packageType() {
        return arguments().get("packageType").choice(PackageType.class);
    }

    private ConnectionOptions connectionOptions() {
        Argument allowHttp = arguments().get("allowHttp");
        boolean http = allowHttp.flag();
        if (http && !allowHttp.isTyped()) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Reading allowHttp=true failed.",
                    "It is not on the command line, and a pom must not weaken the protection of the token.",
                    "Write -Dghpackages.allowHttp=true on the command line, or use https.");
        }
        return new ConnectionOptions(
                arguments().get("connectTimeout").duration(),
                arguments().get("responseTimeout").duration(),
                arguments().get("maxWait").duration(),
                arguments().get("concurrency").positive(),
                http,
                "ghpackages-maven-plugin/" + pluginVersion(),
                arguments().find("deletionsPerMinute").map(Argument::positive).orElse(null));
    }

    private @Nullable Given given(String name) {
        Argument argument = arguments().find(name).orElse(null);
        return argument == null ? null : new Given(argument.text(), argument.isTyped());
    }

    final Journals journals(String operation, @Nullable Path file) {
        return new Journals(operation, file, pluginVersion(), policy(), RunEnvironment.facts());
    }

    /** A command for a shell that works on the same account as this run. */
    final String command(String goal, String... parameters) {
        StringBuilder command = new StringBuilder("mvn ghpackages:").append(goal);
        for (String parameter : parameters) {
            command.append(' ').append(quoted("-Dghpackages." + parameter));
        }
        for (String name : List.of("apiUrl", "registryUrl", "owner", "serverId", "packageType")) {
            arguments()
                    .find(name)
                    .filter(Argument::isTyped)
                    .ifPresent(
                            typed -> command.append(' ').append(quoted("-Dghpackages." + name + "=" + typed.text())));
        }
        return command.toString();
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./:=@,+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
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
