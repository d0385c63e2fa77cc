package io.github.ghpackages.settings;

import io.github.ghpackages.http.ProxySettings;
import java.net.URI;
import java.util.Optional;
import org.eclipse.aether.RepositorySystemSession;

/** The proxies of the user's settings.xml, decrypted, {@code nonProxyHosts} obeyed. */
public final class Proxies {

    public Proxies(RepositorySystemSession session) {
        throw new UnsupportedOperationException(session.toString());
    }

    /** The proxy through which to go to this URL; nothing: directly. */
    public Optional<ProxySettings> of(URI url) {
        throw new UnsupportedOperationException(url.toString());
    }
}
