package io.github.ghpackages.stub;

/** Whether a token may do something to a package. Guarded by the lock of the world. */
final class Access {

    private final Directory accounts;

    Access(Directory accounts) {
        this.accounts = accounts;
    }

    /** The texts for reading are GitHub's; those for other scopes follow their pattern. */
    static void requireScope(StubToken token, String scope, String purpose) {
        switch (token.kind()) {
            case WORKFLOW -> {}
            case FINE_GRAINED -> throw Refusal.of(403, "Resource not accessible by personal access token");
            case CLASSIC -> {
                if (!token.hasScope(scope)) {
                    throw Refusal.of(403, "You need at least " + scope + " scope to " + purpose + ".");
                }
            }
        }
    }

    void requireSingleSignOn(StubToken token, Account owner) {
        String refusal = accounts.policy(owner).refusal(token.kind(), owner.login());
        if (!refusal.isEmpty()) {
            throw Refusal.of(403, refusal);
        }
        switch (accounts.singleSignOn(owner, token)) {
            case OFF, PARTIAL -> {}
            case HIDDEN -> throw Refusal.notFound();
            case REFUSED ->
                throw new Refusal(StubAnswer.error(
                                403,
                                "Resource protected by organization SAML enforcement. You must grant your Personal"
                                        + " Access token access to this organization.")
                        .with(
                                "X-GitHub-SSO",
                                "required; url=https://github.com/orgs/" + owner.login()
                                        + "/sso?authorization_request=AXZ3secret"));
        }
    }

    boolean isPartial(StubToken token, Account owner) {
        return accounts.singleSignOn(owner, token) == Sso.PARTIAL;
    }

    boolean maySee(StubToken token, Repository repository) {
        boolean scoped =
                token.kind() == StubToken.Kind.WORKFLOW || token.scopes().contains("repo");
        return accounts.right(token, repository) != Right.NONE && (!repository.isPrivate() || scoped);
    }

    /** Without the right, GitHub says that there is no such package, although the same token can read it. */
    void requireAdmin(StubToken token, Repository repository) {
        if (accounts.right(token, repository) == Right.ADMIN) {
            return;
        }
        throw token.kind() == StubToken.Kind.WORKFLOW
                ? Refusal.of(403, "Resource not accessible by integration")
                : Refusal.noPackage();
    }

    boolean mayWrite(StubToken token, Repository repository) {
        return accounts.right(token, repository).compareTo(Right.WRITE) >= 0;
    }
}
