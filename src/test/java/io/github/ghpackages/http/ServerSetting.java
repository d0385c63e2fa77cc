package io.github.ghpackages.http;

import io.github.ghpackages.http.TestServer.TestCertificate;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests over proxies share: a server that speaks https too. */
abstract class ServerSetting {

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
