package io.github.ghpackages.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.ghpackages.stub.RequestHead;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy that wants a login: passes plain requests on, one a connection, and opens tunnels. Hosts whose names end in {@code .test} are
 * this machine, as only the proxy knows.
 */
public final class TestProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final String login;
    private volatile String refusal = "";
    private volatile String wrongLogin = "407 Proxy Authentication Required";
    private final List<String> heads = new CopyOnWriteArrayList<>();

    public TestProxy(String user, String password) throws IOException {
        login = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(ISO_8859_1));
        listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        inBackground(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    public List<String> requests() {
        return heads.stream()
                .map(head -> head.substring(0, head.indexOf("\r\n")))
                .toList();
    }

    void refuseTunnelsWith(String status) {
        refusal = status;
    }

    void answerWrongLoginsWith(String status) {
        wrongLogin = status;
    }

    String heads() {
        return String.join("\n", heads);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            inBackground(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            while (true) {
                String head = RequestHead.read(client.getInputStream());
                if (head.isEmpty()) {
                    return;
                }
                heads.add(head);
                if (!head.contains("Proxy-Authorization: ")) {
                    write(
                            client,
                            "HTTP/1.1 407 Proxy Authentication Required\r\n"
                                    + "Proxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n\r\n");
                } else if (!head.contains("Proxy-Authorization: " + login + "\r\n")) {
                    write(
                            client,
                            "HTTP/1.1 " + wrongLogin + "\r\nProxy-Authenticate: Basic realm=\"test\"\r\n"
                                    + "Content-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>");
                } else if (head.startsWith("CONNECT ") && !refusal.isEmpty()) {
                    write(client, "HTTP/1.1 " + refusal + "\r\nContent-Length: 23\r\n\r\n{\"message\":\"Not Found\"}");
                } else if (head.startsWith("CONNECT ")) {
                    tunnel(client, head.split(" ")[1]);
                    return;
                } else {
                    pass(client, head);
                    return;
                }
            }
        }
    }

    private static void tunnel(Socket client, String target) throws IOException {
        int colon = target.lastIndexOf(':');
        try (Socket server = new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)))) {
            write(client, "HTTP/1.1 200 Connection established\r\n\r\n");
            inBackground(() -> server.getInputStream().transferTo(client.getOutputStream()));
            client.getInputStream().transferTo(server.getOutputStream());
        }
    }

    private static void pass(Socket client, String head) throws IOException {
        URI url = URI.create(head.split(" ")[1]);
        try (Socket server = new Socket(addressOf(url.getHost()), url.getPort())) {
            write(
                    server,
                    head.replaceFirst("http://[^/]+", "")
                            .replaceFirst("Proxy-Authorization: [^\r]+\r\n", "Connection: close\r\n")
                            .replaceFirst("Connection: keep-alive\r\n", ""));
            server.getInputStream().transferTo(client.getOutputStream());
        }
    }

    private static String addressOf(String host) {
        return host.endsWith(".test") ? "127.0.0.1" : host;
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    /** Work that ends with its sockets. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The socket is closed, so the work is done.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
