package io.github.ghpackages.stub;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills the stub with organisations, users, repositories, tokens and rights. */
public final class Accounts {

    private final Directory directory;

    Accounts(Directory directory) {
        this.directory = directory;
    }

    /**
     * The usual start of a test: these repositories ({@code owner/name}, public) with their owners (organisations, but for
     * the login itself), and a classic token of that login with every scope and every right in them.
     */
    public String adminToken(String login, String... repositories) {
        user(login);
        for (String repository : repositories) {
            directory.organisation(repository.substring(0, repository.indexOf('/')));
            right(login, repository, Right.ADMIN);
        }
        String value = "ghp_" + login.replace("-", "") + "Admin0123456789abcdef";
        token(value, login, "repo", "read:packages", "write:packages", "delete:packages");
        return value;
    }

    /** An organisation; its owners may do everything in all of its repositories. */
    public Accounts organisation(String login, String... owners) {
        Account organisation = directory.organisation(login);
        for (String owner : owners) {
            directory.ownedBy(organisation, owner);
        }
        return this;
    }

    /** A user, who may do everything in the repositories of the same name. */
    public Accounts user(String login) {
        directory.user(login);
        return this;
    }

    /** From now on the old name is unknown; packages and repositories move along. */
    public Accounts rename(String login, String newLogin) {
        directory.rename(login, newLogin);
        return this;
    }

    /** A public repository, {@code owner/name}; the owner must be there. */
    public Accounts repository(String fullName) {
        directory.repository(fullName);
        return this;
    }

    /** The same, private, or made so. */
    public Accounts privateRepository(String fullName) {
        Repository known = directory.repository(fullName);
        directory.put(new Repository(known.id(), known.ownerId(), known.name(), true));
        return this;
    }

    /** What a user may do in a repository, whatever else holds. */
    public Accounts right(String login, String repository, Right right) {
        directory.right(login, directory.repository(repository), right);
        return this;
    }

    /** A classic personal access token. */
    public Accounts token(String value, String login, String... scopes) {
        return add(value, login, StubToken.Kind.CLASSIC, Set.of(scopes), null);
    }

    /** A fine-grained personal access token, which GitHub Packages does not take. */
    public Accounts fineGrainedToken(String value, String login) {
        return add(value, login, StubToken.Kind.FINE_GRAINED, Set.of(), null);
    }

    /** A {@code GITHUB_TOKEN} with {@code packages: write}, of a workflow in this repository. */
    public Accounts workflowToken(String value, String repository) {
        directory.repository(repository);
        return add(value, "github-actions[bot]", StubToken.Kind.WORKFLOW, Set.of(), repository);
    }

    private Accounts add(
            String value, String login, StubToken.Kind kind, Set<String> scopes, @Nullable String repository) {
        directory.user(login);
        directory.put(new StubToken(value, login, kind, scopes, repository, null, Set.of()));
        return this;
    }

    /** The token ends then, by the stub's clock. */
    public Accounts expires(String token, Instant at) {
        directory.put(directory.known(token).expiring(at));
        return this;
    }

    /** The token is rejected from now on. */
    public Accounts revoke(String token) {
        directory.revoke(token);
        return this;
    }

    /** How an organisation treats classic tokens that are not authorised for it. */
    public Accounts singleSignOn(String organisation, Sso sso) {
        directory.singleSignOn(directory.organisation(organisation), sso);
        return this;
    }

    /** Whom an organisation lets in. */
    public Accounts policy(String organisation, Policy policy) {
        directory.policy(directory.organisation(organisation), policy);
        return this;
    }

    /** Authorises a token for an organisation with single sign-on. */
    public Accounts authorise(String token, String organisation) {
        directory.put(directory.known(token).authorisedFor(organisation.toLowerCase(Locale.ROOT)));
        return this;
    }

    /** The branches of a repository; before, it has {@code main}. */
    public Accounts branches(String fullName, String... names) {
        directory.branches(directory.repository(fullName), List.of(names));
        return this;
    }

    /** A pull request of a repository, open or closed. */
    public Accounts pullRequest(String fullName, long number, boolean open) {
        directory.pullRequest(directory.repository(fullName), number, open);
        return this;
    }
}
