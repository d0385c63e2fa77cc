package io.github.ghpackages.http;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.net.ssl.SSLContext;

/** Speaks http and https on this machine, and answers everything with {@code {}}. */
final class TestServer implements AutoCloseable {

    private final TestCertificate certificate;
    private final SSLContext before;
    private final WireMockServer server;

    TestServer(TestCertificate certificate) throws IOException {
        this.certificate = certificate;
        before = trustOfThisJvm();
        server = new WireMockServer(WireMockConfiguration.wireMockConfig()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
                .keystoreType("PKCS12")
                .keystorePath(certificate.keyStore().toString())
                .keystorePassword(TestCertificate.PASSWORD)
                .keyManagerPassword(TestCertificate.PASSWORD));
        server.start();
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.okJson("{}")));
    }

    String http() {
        return "http://127.0.0.1:" + server.port();
    }

    String https() {
        return "https://localhost:" + server.httpsPort();
    }

    /** Until it is closed. */
    void trustedByThisJvm() throws IOException, GeneralSecurityException {
        SSLContext.setDefault(certificate.trusting());
    }

    List<LoggedRequest> requests() {
        return server.findAll(WireMock.anyRequestedFor(WireMock.anyUrl()));
    }

    WireMockServer wireMock() {
        return server;
    }

    @Override
    public void close() {
        SSLContext.setDefault(before);
        server.stop();
    }

    private static SSLContext trustOfThisJvm() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
