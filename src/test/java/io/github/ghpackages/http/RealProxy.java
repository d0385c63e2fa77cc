package io.github.ghpackages.http;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A proxy as companies run it: a process of its own, on a port of this machine, that wants a login and logs all it can. */
final class RealProxy implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    /** Those for which this test knows the configuration. */
    enum Kind {
        TINYPROXY {
            @Override
            List<String> configuration(int port, String user, String password, Path folder) {
                return List.of(
                        "Port " + port,
                        "Listen 127.0.0.1",
                        "LogLevel Info",
                        "MaxClients 50",
                        "BasicAuth " + user + " " + password);
            }

            @Override
            List<String> command(Path program, Path configuration) {
                return List.of(program.toString(), "-d", "-c", configuration.toString());
            }
        },

        SQUID {
            @Override
            List<String> configuration(int port, String user, String password, Path folder) throws IOException {
                Path logins = Files.writeString(
                        folder.resolve("logins.sh"),
                        "while read -r login; do [ \"$login\" = '" + user + " " + password
                                + "' ] && echo OK || echo ERR; done\n");
                return List.of(
                        "http_port 127.0.0.1:" + port,
                        "auth_param basic program /bin/sh " + logins,
                        "auth_param basic children 1",
                        "acl known proxy_auth REQUIRED",
                        "http_access allow known",
                        "http_access deny all",
                        "cache deny all",
                        "pinger_enable off",
                        "pid_filename none",
                        "shutdown_lifetime 0 seconds",
                        // Section 11 is HTTP: level 2 shows every header that the proxy sees.
                        "debug_options ALL,1 11,2",
                        "access_log stdio:/dev/null",
                        "cache_log /dev/stderr",
                        "coredump_dir " + folder);
            }

            @Override
            List<String> command(Path program, Path configuration) {
                return List.of(program.toString(), "-N", "-d", "1", "-f", configuration.toString());
            }
        };

        abstract List<String> configuration(int port, String user, String password, Path folder) throws IOException;

        abstract List<String> command(Path program, Path configuration);

        /** Its status for a wrong login. */
        int refusal() {
            return this == TINYPROXY ? 401 : 407;
        }

        /** Where it is installed: Debian keeps squid out of the path of ordinary users. */
        Optional<Path> program() {
            return Stream.concat(
                            Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                            Stream.of("/usr/sbin"))
                    .map(folder -> Path.of(folder, name().toLowerCase(Locale.ROOT)))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    private final Process process;
    private final Path log;
    private final int port;

    private RealProxy(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts it, and returns when it takes connections. */
    static RealProxy start(Kind kind, Path program, Path folder, String user, String password)
            throws IOException, InterruptedException {
        // Squid that is started by root works as a user of its own, who must find its files.
        if (!folder.toFile().setExecutable(true, false)) {
            throw new IOException("cannot open " + folder);
        }
        int port = freePort();
        Path configuration =
                Files.write(folder.resolve(kind + ".conf"), kind.configuration(port, user, password, folder));
        Path log = folder.resolve(kind + ".log");
        Process process = new ProcessBuilder(kind.command(program, configuration))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        RealProxy proxy = new RealProxy(process, log, port);
        proxy.awaitConnections();
        return proxy;
    }

    int port() {
        return port;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Ends it, and returns all that it has logged. */
    String endAndTell() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void awaitConnections() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isListening()) {
            if (System.nanoTime() > end || process.waitFor(20, TimeUnit.MILLISECONDS)) {
                close();
                throw new IOException("The proxy does not start:\n" + Files.readString(log));
            }
        }
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
