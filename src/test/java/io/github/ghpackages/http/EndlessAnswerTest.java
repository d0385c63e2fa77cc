package io.github.ghpackages.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ghpackages.PackagesException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A server that sends and sends: it is hung up on as soon as it is too much, and not asked again. */
class EndlessAnswerTest {

    private static final byte[] CHUNK = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(US_ASCII);

    private final AtomicInteger connections = new AtomicInteger();

    @Test
    void is_hung_up_on() throws Exception {
        Thread serving;
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            serving = new Thread(() -> serve(server));
            serving.start();
            PackagesException failure = ask(URI.create("http://127.0.0.1:" + server.getLocalPort()));
            assertThat(failure.id()).isEqualTo(PackagesException.Id.CONNECTION_FAILED);
            assertThat(failure.reason()).contains("16 MiB");
        }
        serving.join();
        assertThat(connections).hasValue(1);
    }

    private static PackagesException ask(URI api) {
        Duration tooLongForATest = Duration.ofMinutes(10);
        HttpSettings settings = QuickHttp.withTimeouts(QuickHttp.settings(api, null), tooLongForATest, tooLongForATest);
        try (HttpApi http = QuickHttp.open(settings)) {
            return catchThrowableOfType(PackagesException.class, () -> http.get(URI.create(api + "/user")));
        }
    }

    private void serve(ServerSocket server) {
        try {
            while (true) {
                try (Socket client = server.accept()) {
                    connections.incrementAndGet();
                    sendForEver(client.getOutputStream());
                }
            }
        } catch (SocketException closed) {
            assertThat(server.isClosed()).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sendForEver(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(US_ASCII));
        while (isTaken(out)) {}
    }

    private static boolean isTaken(OutputStream out) {
        try {
            out.write(CHUNK);
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }
}
