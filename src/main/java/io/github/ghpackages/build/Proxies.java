package io.github.ghpackages.build;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.http.HttpSettings.ProxySettings;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/** The proxies of the user's settings.xml, decrypted, {@code nonProxyHosts} obeyed. */
public final class Proxies {

    /** A name or an address. A URL or an expression, perhaps with a password in it, would end up in messages. */
    private static final Pattern HOST = Pattern.compile("[^/\\\\@?#${}\\s]+");

    private final RepositorySystemSession session;

    /** @param session has the proxies with their passwords decrypted, on Maven 3 and 4 */
    public Proxies(RepositorySystemSession session) {
        this.session = session;
    }

    /**
     * The proxy through which to go to this URL; nothing: directly.
     *
     * @throws io.github.ghpackages.PackagesException when its password could not be decrypted
     */
    public Optional<ProxySettings> of(URI url) {
        RemoteRepository target = new RemoteRepository.Builder("ghpackages", "default", url.toString()).build();
        var selector = session.getProxySelector();
        @Nullable Proxy proxy = selector == null ? null : selector.getProxy(target);
        return Optional.ofNullable(proxy).map(found -> settings(found, target));
    }

    /**
     * A {@code <protocol>https</protocol>} in settings.xml means that the proxy serves https URLs; Maven's own transport speaks
     * plain HTTP to it all the same (resolver's HttpTransporter makes its host without a scheme).
     */
    private ProxySettings settings(Proxy proxy, RemoteRepository target) {
        if (!HOST.matcher(proxy.getHost()).matches()) {
            throw new PackagesException(
                    PackagesException.Id.CONNECTION_FAILED,
                    "Using the <proxy> of settings.xml failed.",
                    "Its <host> is not just the name of a host, or is an expression that Maven could not resolve."
                            + " It is not shown, because it may contain a password.",
                    "Write only the name into <host>, and the rest into <port>, <username> and <password>.");
        }
        @Nullable
        AuthenticationContext login = AuthenticationContext.forProxy(
                session, new RemoteRepository.Builder(target).setProxy(proxy).build());
        try {
            String user = login == null ? null : login.get(AuthenticationContext.USERNAME);
            String password = login == null ? null : login.get(AuthenticationContext.PASSWORD);
            if (password != null && !MissingToken.isUsable(password)) {
                throw undecrypted(proxy);
            }
            return new ProxySettings(Proxy.TYPE_HTTP, proxy.getHost(), proxy.getPort(), user, password);
        } finally {
            AuthenticationContext.close(login);
        }
    }

    private static PackagesException undecrypted(Proxy proxy) {
        return new PackagesException(
                PackagesException.Id.CONNECTION_FAILED,
                "Using the proxy " + proxy.getHost() + ":" + proxy.getPort() + " of settings.xml failed.",
                "Its password is still encrypted, or an expression that Maven could not resolve.",
                "Encrypt it again with 'mvn --encrypt-password' (Maven 4: 'mvnenc encrypt') where the goal runs, or set the"
                        + " variable that it names.");
    }
}
