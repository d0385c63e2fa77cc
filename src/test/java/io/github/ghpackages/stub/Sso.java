package io.github.ghpackages.stub;

/** How an organisation that wants single sign-on treats a token without it. */
public enum Sso {
    /** No single sign-on. */
    OFF,
    /** 403 with {@code X-GitHub-SSO: required}. */
    REFUSED,
    /** 404, as if there were nothing. */
    HIDDEN,
    /** 200 with {@code X-GitHub-SSO: partial-results} and every second row missing. */
    PARTIAL
}
