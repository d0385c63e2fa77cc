package io.github.ghpackages.stub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A hostile server: sends back the credentials that it gets, on every line that HTTP has, with escape codes and what a CI runner
 * takes for a command. One answer a connection, from one form to the next.
 */
public final class EchoingServer implements AutoCloseable {

    /** What steers a terminal or a CI runner. */
    public static final List<String> COMMANDS = List.of("##[error]", "\u001b[31m");

    private static final String ERROR = "HTTP/1.1 503 %s\r\n";

    /** Headers that the client itself looks at, and one that it does not know. */
    private static final List<String> HEADERS = List.of(
            "Connection",
            "Content-Disposition",
            "Content-Type",
            "Date",
            "Keep-Alive",
            "Link",
            "Proxy-Authenticate",
            "Retry-After",
            "Server",
            "Set-Cookie",
            "Upgrade",
            "WWW-Authenticate",
            "X-Accepted-OAuth-Scopes",
            "X-GitHub-Request-Id",
            "X-GitHub-SSO",
            "X-OAuth-Scopes",
            "X-Unknown");

    private static final String CHUNKED_BODY =
            "Transfer-Encoding: chunked\r\n\r\n" + "2;%1$s=%1$s\r\n{}\r\n0;%1$s\r\nX-Trailer: %1$s\r\n%1$s: 1\r\n\r\n";

    /** How an answer carries what is echoed; {@code %1$s} is where. */
    public enum Form {
        EVERY_LINE(ERROR + eachHeader("%1$s") + CHUNKED_BODY),
        GARBAGE_FIRST("%1$s\r\n%1$s\r\n" + ERROR + "Content-Length: 0\r\n\r\n"),
        ONLY_GARBAGE("%1$s\r\n"),
        HEADER_WITHOUT_COLON(ERROR + "%1$s\r\nContent-Length: 0\r\n\r\n"),
        HEADER_NAME(ERROR + "%1$s: 1\r\nContent-Length: 0\r\n\r\n"),
        CHUNK_SIZE(ERROR + "Transfer-Encoding: chunked\r\n\r\n%1$s\r\n"),
        SECOND_CHUNK_SIZE(ERROR + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n%1$s\r\n"),
        LENGTH(ERROR + "Content-Length: %1$s\r\n\r\n{}"),
        TRANSFER_ENCODING(ERROR + "Transfer-Encoding: %1$s\r\n\r\n{}"),
        CONTENT_ENCODING(ERROR + "Content-Encoding: %1$s\r\nContent-Length: 2\r\n\r\n{}"),
        PROTOCOL("HTTP/9.%1$s 200 OK\r\nContent-Length: 0\r\n\r\n"),
        STATUS("HTTP/1.1 %1$s OK\r\nContent-Length: 0\r\n\r\n"),
        EARLY_HINTS("HTTP/1.1 103 %1$s\r\nLink: <%1$s>\r\n\r\n" + ERROR + "Content-Length: 0\r\n\r\n"),
        REALM("HTTP/1.1 401 %1$s\r\nWWW-Authenticate: Basic realm=\"%1$s\"\r\nContent-Length: 0\r\n\r\n"),
        NEGOTIATE("HTTP/1.1 401 No\r\nWWW-Authenticate: Negotiate %1$s\r\nContent-Length: 0\r\n\r\n"),
        BAD_CHALLENGE("HTTP/1.1 401 No\r\nWWW-Authenticate: Digest \"%1$s=,;\r\nContent-Length: 0\r\n\r\n"),
        LOCATION("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/%1$s\r\nContent-Length: 0\r\n\r\n"),
        MESSAGE("HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\n\r\n{\"message\":\"%1$s\"}"),
        NO_JSON("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[%1$s]"),
        PAGE("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>%1$s</html>");

        private final String answer;

        Form(String answer) {
            this.answer = answer;
        }

        private String with(String echo) {
            return answer.replace("%1$s", echo).replace("%s", echo);
        }
    }

    private final ServerSocket listener;
    private final List<Form> forms;
    private final AtomicInteger requests = new AtomicInteger();

    private EchoingServer(List<Form> forms) throws IOException {
        this.forms = forms;
        this.listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::serve, "echoing-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers in one form after the other, and in the last one from then on; in all where none is given. */
    public static EchoingServer start(Form... forms) throws IOException {
        return new EchoingServer(forms.length == 0 ? List.of(Form.values()) : List.of(forms));
    }

    public String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** How many requests it got. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                answer(client);
            } catch (IOException e) {
                // The client hung up, or the test is over: the next one may come.
                Thread.onSpinWait();
            }
        }
    }

    private void answer(Socket client) throws IOException {
        String head = RequestHead.read(client.getInputStream());
        if (head.isEmpty()) {
            return;
        }
        int number = requests.getAndIncrement();
        Form form = forms.get(Math.min(number, forms.size() - 1));
        client.getOutputStream().write(form.with(echo(head)).getBytes(ISO_8859_1));
    }

    /** All credentials of the request, as they came and decoded. */
    private static String echo(String head) {
        List<String> texts = new ArrayList<>();
        for (String line : head.split("\r\n")) {
            if (line.matches("(?i)(proxy-)?authorization: .*")) {
                String credentials = line.substring(line.lastIndexOf(' ') + 1);
                texts.add(credentials);
                if (line.contains(" Basic ")) {
                    texts.add(new String(Base64.getDecoder().decode(credentials), ISO_8859_1));
                }
            }
        }
        String all = String.join(" ", texts);
        return COMMANDS.stream().map(command -> command + all).collect(Collectors.joining(" ")) + " ::error::" + all;
    }

    private static String eachHeader(String value) {
        return HEADERS.stream().map(name -> name + ": " + value + "\r\n").collect(Collectors.joining());
    }
}
