package io.github.ghpackages.benchmark;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Reads a listing page after page, as people do without the plugin: by {@code gh api --paginate} where gh is installed, otherwise
 * by a bare client that does the same without gh's start and output.
 */
final class PageAfterPage {

    private final Path folder;
    private final boolean hasGh;

    PageAfterPage(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.hasGh = hasGh();
    }

    private static boolean hasGh() throws InterruptedException {
        try {
            Process gh = new ProcessBuilder("gh", "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return gh.waitFor() == 0;
        } catch (IOException e) {
            // That is how Java says that there is no such program.
            return false;
        }
    }

    /** What reads, for the table. */
    String name() {
        return hasGh ? "gh api --paginate" : "a bare client, page after page (as gh, without its start)";
    }

    /** How long it takes to read all pages of a listing, whose URL has a query. */
    Duration read(String listing, int pages) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        String url = listing + "&per_page=100";
        if (hasGh) {
            gh(url);
        } else {
            for (int page = 1; page <= pages; page++) {
                bare(url + "&page=" + page);
            }
        }
        return Duration.between(begin, Instant.now());
    }

    private void gh(String url) throws IOException, InterruptedException {
        ProcessBuilder gh = new ProcessBuilder(
                        List.of("gh", "api", "--paginate", "-H", "Accept: application/vnd.github+json", url))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("gh.json").toFile());
        gh.environment().put("GH_CONFIG_DIR", folder.resolve("gh").toString());
        gh.environment().put("GH_ENTERPRISE_TOKEN", "ghp_bench");
        int status = gh.start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("gh ended with " + status + ", see " + folder.resolve("gh.json"));
        }
    }

    private static void bare(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer ghp_bench");
        connection.getInputStream().readAllBytes();
    }
}
