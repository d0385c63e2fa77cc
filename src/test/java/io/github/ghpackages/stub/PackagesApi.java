package io.github.ghpackages.stub;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The operations on packages and versions. Guarded by the lock of the world. */
final class PackagesApi {

    private static final Set<String> TYPES = Set.of("npm", "maven", "rubygems", "docker", "nuget", "container");

    private final World world;

    PackagesApi(World world) {
        this.world = world;
    }

    static String acceptedScopes(StubRequest request) {
        return switch (request.method()) {
            case "DELETE" -> "delete:packages, read:packages";
            case "POST" -> "read:packages, write:packages";
            default -> "read:packages";
        };
    }

    StubAnswer answer(StubRequest request, StubToken token, Target target) {
        List<String> rest = target.rest();
        String shape = request.method().replace("HEAD", "GET") + " " + rest.size()
                + (rest.size() == 3 || rest.size() == 5 ? " " + rest.get(rest.size() - 1) : "");
        if (rest.size() > 3 && !rest.get(2).equals("versions")) {
            throw Refusal.notFound();
        }
        return switch (shape) {
            case "GET 0" -> packages(request, token, target);
            case "GET 2" ->
                request.path().endsWith("/docker/conflicts") && !request.path().contains("/packages/")
                        ? conflicts(token, target)
                        : StubAnswer.json(200, document(readable(token, target, "get a package"), target));
            case "DELETE 2" -> deletePackage(token, target);
            case "POST 3 restore" -> restorePackage(token, target);
            case "GET 3 versions" -> versions(request, token, target);
            case "GET 4" -> version(token, target);
            case "DELETE 4" -> deleteVersion(token, target);
            case "POST 5 restore" -> restoreVersion(token, target);
            default -> throw Refusal.notFound();
        };
    }

    private StubAnswer packages(StubRequest request, StubToken token, Target target) {
        String type = request.parameter("package_type").orElse("");
        Page page = Page.of(request);
        boolean refusedToApps = token.kind() == StubToken.Kind.WORKFLOW && type.equals("container");
        if (!TYPES.contains(type) || page.reachesBeyond(10_000) || refusedToApps) {
            throw Refusal.of(400, "Invalid argument.");
        }
        Access.requireScope(token, "read:packages", "list packages");
        world.access().requireSingleSignOn(token, target.owner());
        String visibility = request.parameter("visibility").orElse("").replace("internal", "private");
        Map<Long, Boolean> visible = new HashMap<>();
        List<StubPackage> shown = world.packages().of(target.owner()).stream()
                .filter(candidate -> candidate.type().equals(type))
                .filter(candidate -> visible.computeIfAbsent(
                        candidate.repositoryId(), repository -> isVisible(candidate, token, target)))
                .filter(candidate -> visibility.isEmpty()
                        || repository(candidate).visibility().equals(visibility))
                .toList();
        return paged(request, token, target, page, shown, candidate -> document(candidate, target));
    }

    /** Docker packages that could not be moved to the container registry: only a GitHub Enterprise Server still has some. */
    private StubAnswer conflicts(StubToken token, Target target) {
        Access.requireScope(token, "read:packages", "list packages");
        world.access().requireSingleSignOn(token, target.owner());
        return StubAnswer.json(
                200,
                world.packages().of(target.owner()).stream()
                        .filter(StubPackage::isInConflict)
                        .filter(candidate -> isVisible(candidate, token, target))
                        .map(candidate -> document(candidate, target))
                        .toList());
    }

    private StubAnswer versions(StubRequest request, StubToken token, Target target) {
        StubPackage of = readable(token, target, "get a package's versions");
        boolean heeded =
                target.family() != Target.Family.USERS || world.behaviour().usersHonourState();
        String state = heeded ? request.parameter("state").orElse("active") : "active";
        Page page = Page.of(request);
        if (page.number() == 1 && !state.equals("deleted")) {
            of.listingStarts();
        }
        List<StubVersion> newestFirst = of.listed(state.equals("deleted"));
        List<StubVersion> rows = world.behaviour().isOldestFirst() ? reversed(newestFirst) : newestFirst;
        return paged(request, token, target, page, rows, row -> document(row, of, target));
    }

    private static List<StubVersion> reversed(List<StubVersion> rows) {
        List<StubVersion> copy = new ArrayList<>(rows);
        Collections.reverse(copy);
        return copy;
    }

    private <T> StubAnswer paged(
            StubRequest request,
            StubToken token,
            Target target,
            Page page,
            List<T> rows,
            Function<T, Map<String, Object>> document) {
        boolean partial = world.access().isPartial(token, target.owner());
        List<T> shown = partial
                ? IntStream.range(0, rows.size())
                        .filter(row -> row % 2 == 0)
                        .mapToObj(rows::get)
                        .toList()
                : rows;
        StubAnswer answer =
                StubAnswer.json(200, page.of(shown).stream().map(document).toList());
        String links = page.links(
                shown.size(), request, target, world.apiUrl(), world.behaviour().links());
        answer = links.isEmpty() ? answer : answer.with("Link", links);
        return partial
                ? answer.with(
                        "X-GitHub-SSO",
                        "partial-results; organizations=" + target.owner().id())
                : answer;
    }

    private StubAnswer version(StubToken token, Target target) {
        StubPackage of = readable(token, target, "get a package version");
        StubVersion version = of.active(id(target)).orElseThrow(Refusal::noVersion);
        return StubAnswer.json(200, document(version, of, target));
    }

    private StubAnswer deleteVersion(StubToken token, Target target) {
        StubPackage of = writable(token, target, "delete:packages", "delete a package version");
        StubVersion version = of.active(id(target)).orElseThrow(Refusal::noVersion);
        world.changes().delete(of, version);
        return StubAnswer.empty(204);
    }

    private StubAnswer restoreVersion(StubToken token, Target target) {
        StubPackage of = writable(token, target, "write:packages", "restore a package version");
        world.changes().restore(of, of.find(id(target)).orElseThrow(Refusal::noVersion));
        return StubAnswer.empty(204);
    }

    private StubAnswer deletePackage(StubToken token, Target target) {
        world.changes().delete(writable(token, target, "delete:packages", "delete a package"));
        return StubAnswer.empty(204);
    }

    private StubAnswer restorePackage(StubToken token, Target target) {
        Access.requireScope(token, "read:packages", "restore a package");
        Access.requireScope(token, "write:packages", "restore a package");
        StubPackage gone = world.packages()
                .findDeleted(target.owner(), target.rest().get(0), target.rest().get(1))
                .orElseThrow(Refusal::noPackage);
        world.access().requireAdmin(token, repository(gone));
        world.changes().restore(gone);
        return StubAnswer.empty(204);
    }

    private StubPackage readable(StubToken token, Target target, String purpose) {
        Access.requireScope(token, "read:packages", purpose);
        world.access().requireSingleSignOn(token, target.owner());
        return world.packages()
                .find(target.owner(), target.rest().get(0), target.rest().get(1))
                .filter(candidate -> isVisible(candidate, token, target))
                .orElseThrow(Refusal::noPackage);
    }

    private StubPackage writable(StubToken token, Target target, String scope, String purpose) {
        Access.requireScope(token, scope, purpose);
        StubPackage found = readable(token, target, purpose);
        world.access().requireAdmin(token, repository(found));
        return found;
    }

    /** {@code /users/…} shows a user's public packages only. */
    private boolean isVisible(StubPackage candidate, StubToken token, Target target) {
        Repository repository = repository(candidate);
        boolean hidden =
                target.family() == Target.Family.USERS && !target.owner().organisation() && repository.isPrivate();
        return !hidden && world.access().maySee(token, repository);
    }

    private static long id(Target target) {
        try {
            return Long.parseLong(target.rest().get(3));
        } catch (NumberFormatException e) {
            throw Refusal.notFound();
        }
    }

    private Repository repository(StubPackage of) {
        return world.directory().repository(of.repositoryId());
    }

    private Map<String, Object> document(StubPackage shown, Target target) {
        Map<String, Object> document =
                Documents.packageOf(shown, target.owner(), repository(shown), world.apiUrl(), target.base());
        if (!world.behaviour().packageDatesStay()) {
            document.put("updated_at", Documents.text(shown.changedAt()));
        }
        return document;
    }

    private Map<String, Object> document(StubVersion version, StubPackage of, Target target) {
        String packageUrl = world.apiUrl() + Documents.path(target.base(), of);
        return Documents.version(version, of, target.owner(), repository(of), packageUrl);
    }
}
