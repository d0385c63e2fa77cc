package io.github.ghpackages.http;

import org.jspecify.annotations.Nullable;

/**
 * A proxy of settings.xml, chosen for the API's URL.
 *
 * @param protocol how the proxy itself is spoken to: {@code http} or {@code https}
 * @param host its host
 * @param port its port
 * @param user null where it asks for no login
 * @param password null where it asks for no login
 */
public record ProxySettings(
        String protocol,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password) {

    /** Names the proxy without its password. */
    @Override
    public String toString() {
        return protocol + "://" + host + ":" + port;
    }
}
