package io.github.ghpackages.http;

import java.io.IOException;

/** The proxy answered in the place of the server, which never saw the request. */
final class ProxyRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    ProxyRefusedException(String proxy, int status) {
        super("The proxy " + proxy + " answered " + status);
        this.status = status;
    }

    /** A login that was wrong, or a host that it does not connect to, will be so the next time: accounts get locked. */
    boolean mayPass() {
        return status >= 500;
    }
}
