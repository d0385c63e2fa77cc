package io.github.ghpackages.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON documents of the REST API. */
final class Documents {

    private static final String WEB = "https://github.com/";

    private Documents() {}

    static Map<String, Object> account(Account account) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("login", account.login());
        document.put("id", account.id());
        document.put("type", account.type());
        document.put("html_url", WEB + account.login());
        return document;
    }

    static Map<String, Object> packageOf(
            StubPackage shown, Account owner, Repository repository, String apiUrl, String base) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", shown.id());
        document.put("name", shown.name());
        document.put("package_type", shown.type());
        document.put("owner", account(owner));
        document.put("version_count", shown.activeCount());
        document.put("visibility", repository.visibility());
        document.put("url", apiUrl + path(base, shown));
        document.put("created_at", text(shown.createdAt()));
        document.put("updated_at", text(shown.createdAt()));
        document.put("repository", repository(repository, owner));
        document.put("html_url", page(shown, owner, repository));
        return document;
    }

    static Map<String, Object> repository(Repository repository, Account owner) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", repository.id());
        document.put("name", repository.name());
        document.put("full_name", owner.login() + "/" + repository.name());
        document.put("private", repository.isPrivate());
        document.put("owner", account(owner));
        document.put("html_url", WEB + owner.login() + "/" + repository.name());
        return document;
    }

    static Map<String, Object> version(
            StubVersion version, StubPackage of, Account owner, Repository repository, String packageUrl) {
        String page = page(of, owner, repository);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", version.id());
        document.put("name", version.name());
        document.put("url", packageUrl + "/versions/" + version.id());
        document.put("package_html_url", page);
        document.put("created_at", text(version.createdAt()));
        document.put("updated_at", text(version.updatedAt()));
        Instant deletedAt = version.deletedAt();
        if (deletedAt != null) {
            document.put("deleted_at", text(deletedAt));
        }
        document.put("html_url", page + "?version=" + encoded(version.name()));
        document.put("metadata", metadata(version, of));
        return document;
    }

    /** The description of the API declares {@code docker.tag}, and requires {@code docker.tags}. */
    private static Map<String, Object> metadata(StubVersion version, StubPackage of) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("package_type", of.type());
        if (of.type().equals("container")) {
            metadata.put("container", Map.of("tags", version.tags()));
        } else if (of.type().equals("docker")) {
            metadata.put("docker", Map.of("tag", version.tags()));
        }
        return metadata;
    }

    static String path(String base, StubPackage of) {
        return base + "/packages/" + of.type() + "/" + encoded(of.name());
    }

    private static String page(StubPackage of, Account owner, Repository repository) {
        return WEB + owner.login() + "/" + repository.name() + "/packages/" + of.id();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
