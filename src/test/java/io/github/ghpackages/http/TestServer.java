package io.github.ghpackages.http;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

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

    /** A certificate of {@code localhost} that nobody has signed, in a key store of the JDK's own making. */
    record TestCertificate(Path keyStore) {

        static final String PASSWORD = "password";

        static TestCertificate in(Path folder) throws IOException, InterruptedException {
            Path keyStore = folder.resolve("localhost.p12");
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "localhost",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            keyStore.toString(),
                            "-storepass",
                            PASSWORD)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("keytool.log").toFile())
                    .start();
            if (keytool.waitFor() != 0) {
                throw new IOException(Files.readString(folder.resolve("keytool.log")));
            }
            return new TestCertificate(keyStore);
        }

        /** Trusts this certificate and no other. */
        SSLContext trusting() throws GeneralSecurityException, IOException {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream file = Files.newInputStream(keyStore)) {
                keys.load(file, PASSWORD.toCharArray());
            }
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("localhost", keys.getCertificate("localhost"));
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        }
    }

    /** What the tests over proxies share: a server that speaks https too. */
    abstract static class ServerSetting {

        private static TestCertificate certificate;

        TestServer server;

        @BeforeAll
        static void makeCertificate(@TempDir Path folder) throws IOException, InterruptedException {
            certificate = TestCertificate.in(folder);
        }

        @BeforeEach
        void startServer() throws IOException {
            server = new TestServer(certificate);
        }

        @AfterEach
        void stopServer() {
            server.close();
        }
    }
}
