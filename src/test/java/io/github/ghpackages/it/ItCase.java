package io.github.ghpackages.it;

import io.github.ghpackages.stub.StubGitHub;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the hooks of a case in {@code src/it} share: a stub that runs from {@code setup.groovy} to {@code verify.groovy}, and what the
 * builds in between have left behind.
 */
public final class ItCase {

    /**
     * What no log and no file may show, in whatever form: octocat's other token, of the server {@code github-odd-token} in
     * {@code src/it/settings.xml}. In a URL, and in Base64 for URLs, it looks different.
     */
    public static final String ODD_TOKEN = "ghp_odd/token+of=50%~?~?~";

    private static final String USER = "octocat";
    private static final String[] SCOPES = {"repo", "read:packages", "write:packages", "delete:packages"};
    private static final String KEY = ItCase.class.getName();
    private static final String LOG = "build.log";
    private static final String START_OF_A_BUILD = "Scanning for projects...";

    private static final Pattern ESCAPE_CODE = Pattern.compile("\u001b\\[[0-9;]*m");

    /** As Maven 3.9 and 4 list what they find when they validate plugins. */
    private static final Pattern WARNING_ABOUT_PLUGIN = Pattern.compile("\\[WARNING\\] +\\* io\\.github\\.ghpackages:");

    private final Path folder;
    private final StubGitHub github;

    private ItCase(Path folder, StubGitHub github) {
        this.folder = folder;
        this.github = github;
    }

    /**
     * Starts a stub where the organisation {@code acme} has the repository {@code shop}, and octocat, whose tokens stand in
     * {@code src/it/settings.xml}, may do everything there. The builds of the case get its API as {@code ghpackages.apiUrl}, and
     * {@code github.registry} for the URLs in their poms.
     */
    public static void start(File basedir, Map<String, Object> context, Consumer<StubGitHub> seed) {
        StubGitHub github = StubGitHub.start();
        context.put(KEY, new ItCase(basedir.toPath(), github));
        github.accounts()
                .organisation("acme", USER)
                .repository("acme/shop")
                .token("ghp_it", USER, SCOPES)
                .token(ODD_TOKEN, USER, SCOPES);
        Properties properties = (Properties) Objects.requireNonNull(context.get("userProperties"));
        properties.setProperty("ghpackages.apiUrl", github.url());
        properties.setProperty("github.registry", github.url());
        seed.accept(github);
    }

    /** Checks the result of the builds; the stub is stopped in any case. */
    public static void verify(Map<String, Object> context, Consumer<ItCase> checks) {
        ItCase it = (ItCase) context.get(KEY);
        if (it == null) {
            throw new IllegalStateException("setup.groovy has not started the stub");
        }
        try {
            it.isValidPlugin();
            checks.accept(it);
        } finally {
            it.github.close();
        }
    }

    /** Fails if a Maven that validates plugins has a warning about this one. */
    private void isValidPlugin() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".log")).toList()) {
                String log = ESCAPE_CODE
                        .matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .replaceAll("");
                check(!WARNING_ABOUT_PLUGIN.matcher(log).find(), "Maven has a warning about the plugin in " + file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public StubGitHub github() {
        return github;
    }

    /** {@link #ODD_TOKEN} in all its forms: what a hostile server could send back. */
    public static String oddTokenInAllForms() {
        return String.join(" ", SecretForms.of(USER, ODD_TOKEN).keySet());
    }

    /** Fails when {@link #ODD_TOKEN} stands, in whatever form, in a file of the case or of the home that the builds had. */
    public void holdsNoTraceOfTheOddToken() throws IOException {
        Path home = folder.resolveSibling("../it-home").normalize();
        for (Path place : Files.isDirectory(home) ? List.of(folder, home) : List.of(folder)) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    SecretForms.of(USER, ODD_TOKEN)
                            .forEach((form, name) -> check(!text.contains(form), file + " shows the token " + name));
                }
            }
        }
    }

    /** The names of a package's active versions at {@code acme}, newest first. */
    public List<String> active(String packageName) {
        return github.state().active("acme", packageName);
    }

    /** What the builds of the case said, one after the other. */
    public String log() throws IOException {
        return text(LOG);
    }

    /** Fails when the build with this number, the first is 1, has not said one of these. */
    public void buildSays(int number, String... texts) throws IOException {
        for (String text : texts) {
            check(times(number, text) > 0, "build " + number + " does not say: " + text);
        }
    }

    /** Fails when the build with this number has said one of these. */
    public void buildDoesNotSay(int number, String... texts) throws IOException {
        for (String text : texts) {
            check(times(number, text) == 0, "build " + number + " says: " + text);
        }
    }

    /** Fails when this stands anywhere in what the builds said. */
    public void noBuildSays(String text) throws IOException {
        check(!log().contains(text), "a build says: " + text);
    }

    /** Fails when the build with this number has not said this exactly once. */
    public void buildSaysOnce(int number, String text) throws IOException {
        int times = times(number, text);
        check(times == 1, "build " + number + " says " + times + " times: " + text);
    }

    private int times(int build, String text) throws IOException {
        String[] builds = log().split(START_OF_A_BUILD, -1);
        if (build >= builds.length) {
            throw new IllegalArgumentException("there were only " + (builds.length - 1) + " builds");
        }
        return builds[build].split(Pattern.quote(text), -1).length - 1;
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise + "; see " + folder.resolve(LOG));
        }
    }

    /** A file of the case. */
    public String text(String file) throws IOException {
        return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
    }
}
