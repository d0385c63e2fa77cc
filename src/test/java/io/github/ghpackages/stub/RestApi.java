package io.github.ghpackages.stub;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The REST API: finds the operation of a request. Guarded by the lock of the world. */
final class RestApi {

    private static final String NOT_FOR_APPS = "Resource not accessible by integration";

    private final World world;
    private final PackagesApi packages;

    RestApi(World world) {
        this.world = world;
        this.packages = new PackagesApi(world);
    }

    /** What {@code X-Accepted-OAuth-Scopes} says. */
    static String acceptedScopes(StubRequest request, List<String> path) {
        return path.contains("packages") ? PackagesApi.acceptedScopes(request) : "";
    }

    StubAnswer answer(StubRequest request, StubToken token, List<String> path) {
        String first = path.get(0);
        if (path.size() == 1 && request.reads()) {
            return switch (first) {
                case "user" -> self(token);
                case "rate_limit" -> rateLimit(token);
                case "meta" -> meta();
                default -> throw Refusal.notFound();
            };
        }
        if (first.equals("users") && path.size() == 2 && request.reads()) {
            return StubAnswer.json(200, Documents.account(account(path.get(1))));
        }
        if (first.equals("orgs") && path.size() == 2 && request.reads()) {
            return StubAnswer.json(200, Documents.account(organisation(path.get(1))));
        }
        if (first.equals("repos") && path.size() == 3 && request.reads()) {
            return StubAnswer.json(200, repository(token, account(path.get(1)), path.get(2)));
        }
        if (first.equals("repos") && path.size() == 4 && path.get(3).equals("branches") && request.reads()) {
            return branches(request, token, path);
        }
        if (first.equals("repos") && path.size() == 5 && path.get(3).equals("pulls") && request.reads()) {
            return pullRequest(token, path);
        }
        if (path.size() < 2) {
            throw Refusal.notFound();
        }
        return packages.answer(request, token, target(request, token, path));
    }

    private Target target(StubRequest request, StubToken token, List<String> path) {
        return switch (path.get(0)) {
            case "orgs" -> {
                Account owner = organisation(path.get(1));
                yield target(Target.Family.ORGS, owner, "/orgs/" + owner.login(), path, 2);
            }
            case "organizations" -> {
                Account owner = byId(path.get(1));
                yield target(Target.Family.ORGS, owner, "/orgs/" + owner.login(), path, 2);
            }
            case "users" -> {
                Account owner = account(path.get(1));
                yield target(Target.Family.USERS, owner, "/users/" + owner.login(), path, 2);
            }
            case "user" -> path.get(1).chars().allMatch(Character::isDigit) ? byId(path) : own(request, token, path);
            default -> throw Refusal.notFound();
        };
    }

    private Target byId(List<String> path) {
        Account owner = byId(path.get(1));
        return target(Target.Family.USERS, owner, "/users/" + owner.login(), path, 2);
    }

    private Target own(StubRequest request, StubToken token, List<String> path) {
        if (token.kind() == StubToken.Kind.WORKFLOW) {
            throw request.reads() ? Refusal.of(403, NOT_FOR_APPS) : Refusal.noPackage();
        }
        return target(Target.Family.SELF, account(token.login()), "/user", path, 1);
    }

    private static Target target(Target.Family family, Account owner, String base, List<String> path, int used) {
        if (path.size() <= used || !List.of("packages", "docker").contains(path.get(used))) {
            throw Refusal.notFound();
        }
        boolean docker = path.get(used).equals("docker");
        return new Target(family, owner, base, path.subList(docker ? used : used + 1, path.size()));
    }

    private Account byId(String id) {
        try {
            return world.directory().find(Long.parseLong(id)).orElseThrow(Refusal::notFound);
        } catch (NumberFormatException e) {
            throw Refusal.notFound();
        }
    }

    private Account account(String login) {
        return world.directory().find(login).orElseThrow(Refusal::notFound);
    }

    private Account organisation(String login) {
        return world.directory().find(login).filter(Account::organisation).orElseThrow(Refusal::notFound);
    }

    private Map<String, Object> repository(StubToken token, Account owner, String name) {
        Repository repository = world.directory().findRepository(owner, name).orElseThrow(Refusal::notFound);
        Right right = world.directory().right(token, repository);
        boolean hidden = repository.isPrivate() && !token.scopes().contains("repo");
        if (right == Right.NONE || hidden && token.kind() != StubToken.Kind.WORKFLOW) {
            throw Refusal.notFound();
        }
        Map<String, Object> document = Documents.repository(repository, owner);
        document.put(
                "permissions",
                Map.of("admin", right == Right.ADMIN, "push", right.compareTo(Right.WRITE) >= 0, "pull", true));
        return document;
    }

    private StubAnswer branches(StubRequest request, StubToken token, List<String> path) {
        Repository repository = readable(token, path);
        List<String> all = world.directory().branches(repository);
        Page page = Page.of(request);
        StubAnswer answer = StubAnswer.json(
                200,
                page.of(all).stream()
                        .map(name -> Map.of("name", name, "protected", false, "commit", Map.of("sha", "0")))
                        .toList());
        String base = World.origin(world.apiUrl()) + request.path();
        String links = page.links(all.size(), request, base, world.behaviour().links());
        return links.isEmpty() ? answer : answer.with("Link", links);
    }

    private StubAnswer pullRequest(StubToken token, List<String> path) {
        Repository repository = readable(token, path);
        Boolean open = world.directory().pullRequest(repository, path.get(4));
        if (open == null) {
            throw Refusal.notFound();
        }
        return StubAnswer.json(200, Map.of("number", Long.parseLong(path.get(4)), "state", open ? "open" : "closed"));
    }

    private Repository readable(StubToken token, List<String> path) {
        Account owner = account(path.get(1));
        // With the same right as the repository itself.
        repository(token, owner, path.get(2));
        return world.directory().findRepository(owner, path.get(2)).orElseThrow(Refusal::notFound);
    }

    private StubAnswer self(StubToken token) {
        if (token.kind() == StubToken.Kind.WORKFLOW) {
            throw Refusal.of(403, NOT_FOR_APPS);
        }
        return StubAnswer.json(200, Documents.account(account(token.login())));
    }

    private StubAnswer rateLimit(StubToken token) {
        Map<String, String> headers = world.limits().headers(token, world.now());
        if (headers.isEmpty()) {
            throw Refusal.of(404, "Rate limiting is not enabled.");
        }
        Map<String, Object> core = new LinkedHashMap<>();
        for (String name : List.of("limit", "used", "remaining", "reset")) {
            String header = "X-RateLimit-" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
            core.put(name, Long.parseLong(headers.getOrDefault(header, "0")));
        }
        core.put("resource", "core");
        return StubAnswer.json(200, Map.of("resources", Map.of("core", core), "rate", core));
    }

    private StubAnswer meta() {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("verifiable_password_authentication", world.isServer());
        if (world.isServer()) {
            meta.put("installed_version", "3.17.0");
        }
        return StubAnswer.json(200, meta);
    }
}
