package io.github.ghpackages.http;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * TLS as the JVM's system properties set it, made at the first https connection: reading the trusted certificates takes over
 * a tenth of a second, which a build that asks a plain server on this machine should not pay.
 */
final class TlsOnDemand implements TlsSocketStrategy {

    private @Nullable TlsSocketStrategy system;

    @Override
    public SSLSocket upgrade(
            Socket socket, String target, int port, @Nullable Object attachment, @Nullable HttpContext context)
            throws IOException {
        return system().upgrade(socket, target, port, attachment, context);
    }

    private synchronized TlsSocketStrategy system() {
        if (system == null) {
            system = DefaultClientTlsStrategy.createSystemDefault();
        }
        return system;
    }
}
