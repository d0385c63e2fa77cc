package io.github.ghpackages.stub;

import static java.util.Locale.ROOT;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who there is, what they own and what they may do. Guarded by its own lock. */
final class Directory {

    private final Map<Long, Account> accounts = new LinkedHashMap<>();
    private final Map<Long, Repository> repositories = new LinkedHashMap<>();
    private final Map<String, StubToken> tokens = new HashMap<>();
    private final Map<String, Right> rights = new HashMap<>();
    private final Set<String> owners = new HashSet<>();
    private final Map<Long, Sso> singleSignOn = new HashMap<>();
    private final Map<Long, Policy> policies = new HashMap<>();
    private final Map<Long, List<String>> branches = new HashMap<>();
    private final Map<String, Boolean> pullRequests = new HashMap<>();
    private long lastId = 1000;

    synchronized void branches(Repository repository, List<String> names) {
        branches.put(repository.id(), List.copyOf(names));
    }

    synchronized List<String> branches(Repository repository) {
        return branches.getOrDefault(repository.id(), List.of("main"));
    }

    synchronized void pullRequest(Repository repository, long number, boolean open) {
        pullRequests.put(repository.id() + "/" + number, open);
    }

    /** Whether it is open; null if there is none of this number. */
    synchronized @Nullable Boolean pullRequest(Repository repository, String number) {
        return pullRequests.get(repository.id() + "/" + number);
    }

    synchronized Account organisation(String login) {
        return find(login).orElseGet(() -> add(login, true));
    }

    synchronized Account user(String login) {
        return find(login).orElseGet(() -> add(login, false));
    }

    private Account add(String login, boolean organisation) {
        Account account = new Account(++lastId, login, organisation);
        accounts.put(account.id(), account);
        return account;
    }

    synchronized void rename(String login, String newLogin) {
        Account account = get(login);
        accounts.put(account.id(), new Account(account.id(), newLogin, account.organisation()));
    }

    synchronized Optional<Account> find(String login) {
        return accounts.values().stream()
                .filter(account -> account.login().equalsIgnoreCase(login))
                .findFirst();
    }

    synchronized Account get(String login) {
        return find(login).orElseThrow(() -> new IllegalArgumentException("no account " + login + " in the stub"));
    }

    synchronized Optional<Account> find(long id) {
        return Optional.ofNullable(accounts.get(id));
    }

    synchronized Account get(long id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no account with the id " + id));
    }

    /** An organisation's owner may do everything in all of its repositories. */
    synchronized void ownedBy(Account organisation, String login) {
        owners.add(organisation.id() + "/" + user(login).login().toLowerCase(ROOT));
    }

    synchronized Repository repository(Account owner, String name) {
        return findRepository(owner, name).orElseGet(() -> put(new Repository(++lastId, owner.id(), name, false)));
    }

    synchronized Repository put(Repository repository) {
        repositories.put(repository.id(), repository);
        return repository;
    }

    synchronized Optional<Repository> findRepository(Account owner, String name) {
        return repositories.values().stream()
                .filter(repository -> repository.ownerId() == owner.id())
                .filter(repository -> repository.name().equalsIgnoreCase(name))
                .findFirst();
    }

    synchronized Repository repository(long id) {
        Repository repository = repositories.get(id);
        if (repository == null) {
            throw new IllegalStateException("no repository with the id " + id);
        }
        return repository;
    }

    /** By {@code owner/name}. */
    synchronized Repository repository(String fullName) {
        int slash = fullName.indexOf('/');
        return repository(get(fullName.substring(0, slash)), fullName.substring(slash + 1));
    }

    String fullName(Repository repository) {
        return get(repository.ownerId()).login() + "/" + repository.name();
    }

    synchronized void right(String login, Repository repository, Right right) {
        rights.put(repository.id() + "/" + login.toLowerCase(ROOT), right);
    }

    synchronized Right right(StubToken token, Repository repository) {
        if (token.kind() == StubToken.Kind.WORKFLOW) {
            boolean own = fullName(repository).equalsIgnoreCase(token.repository());
            return own ? Right.ADMIN : repository.isPrivate() ? Right.NONE : Right.READ;
        }
        String login = token.login().toLowerCase(ROOT);
        Right given = rights.get(repository.id() + "/" + login);
        if (given != null) {
            return given;
        }
        boolean owner = get(repository.ownerId()).login().equalsIgnoreCase(login)
                || owners.contains(repository.ownerId() + "/" + login);
        return owner ? Right.ADMIN : repository.isPrivate() ? Right.NONE : Right.READ;
    }

    synchronized void put(StubToken token) {
        tokens.put(token.value(), token);
    }

    synchronized void revoke(String value) {
        tokens.remove(value);
    }

    synchronized StubToken known(String value) {
        StubToken token = tokens.get(value);
        if (token == null) {
            throw new IllegalArgumentException("the stub does not know this token");
        }
        return token;
    }

    synchronized Optional<StubToken> token(@Nullable String value, Instant now) {
        return Optional.ofNullable(value)
                .map(tokens::get)
                .filter(token -> token.expiresAt() == null || token.expiresAt().isAfter(now));
    }

    synchronized void singleSignOn(Account organisation, Sso sso) {
        singleSignOn.put(organisation.id(), sso);
    }

    synchronized void policy(Account organisation, Policy policy) {
        policies.put(organisation.id(), policy);
    }

    synchronized Policy policy(Account owner) {
        return policies.getOrDefault(owner.id(), Policy.NONE);
    }

    synchronized Sso singleSignOn(Account owner, StubToken token) {
        boolean authorised =
                token.ssoOwners().contains(owner.login().toLowerCase(ROOT)) || token.kind() == StubToken.Kind.WORKFLOW;
        return authorised ? Sso.OFF : singleSignOn.getOrDefault(owner.id(), Sso.OFF);
    }
}
