package io.github.ghpackages.http;

import io.github.ghpackages.http.HttpSettings.ProxySettings;
import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/** The proxy answered instead of the server, which never received the request. */
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

    /** Notices a proxy that opens no tunnel: HttpClient passes its response on as if it were GitHub's. */
    static final class Tunnels extends HttpRequestExecutor {

        private final ProxySettings proxy;

        Tunnels(ProxySettings proxy) {
            this.proxy = proxy;
        }

        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                HttpResponseInformationCallback informed,
                HttpContext context)
                throws IOException, HttpException {
            ClassicHttpResponse response = super.execute(request, connection, informed, context);
            // HttpClient would look for a login to the server too, and log what it finds.
            response.removeHeaders(HttpHeaders.WWW_AUTHENTICATE);
            boolean isLogin = response.getCode() == 407;
            if (request.getMethod().equals("CONNECT") && response.getCode() / 100 != 2 && !isLogin) {
                response.close();
                throw new ProxyRefusedException(proxy.toString(), response.getCode());
            }
            return response;
        }
    }
}
