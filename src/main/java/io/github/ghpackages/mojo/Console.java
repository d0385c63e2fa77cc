package io.github.ghpackages.mojo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ghpackages.text.SafeText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;

/** What goes to the process's own streams, past Maven's log: what must be seen although the log is silent or closed. */
final class Console {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private Console() {}

    /** Prints lines to standard output. */
    static void print(String level, List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line(level, line)));
        write(FileDescriptor.out, text.toString());
    }

    /** Prints lines as they are, but harmless, to standard output. */
    static void print(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(SafeText.harmless(line)).append('\n'));
        write(FileDescriptor.out, text.toString());
    }

    /** Prints a line to standard error. */
    static void printError(String level, String line) {
        write(FileDescriptor.err, line(level, line));
    }

    /** Puts a text in the place of the last line of an interactive terminal, which has so many columns; empty: only removes that. */
    static void rewrite(String text, int columns) {
        String harmless = SafeText.harmless(text);
        write(
                FileDescriptor.out,
                CLEAR_LINE + (harmless.length() < columns ? harmless : harmless.substring(0, columns - 1)));
    }

    /**
     * A command for GitHub's runner, which it hears only at the beginning of a line.
     *
     * @param toErrors whether it goes to standard error, which the runner reads too
     * @param command such as {@code ::warning::}
     * @param text from wherever; it stays within the command (escaped as in actions/toolkit)
     */
    static void command(boolean toErrors, String command, String text) {
        write(toErrors ? FileDescriptor.err : FileDescriptor.out, command + data(text) + "\n");
    }

    /** A text as the data of a command: in one line, whatever is in it. */
    static String data(String text) {
        return text.lines()
                .map(line -> SafeText.harmless(line).replace("%", "%25"))
                .collect(Collectors.joining("%0A"));
    }

    private static String line(String level, String text) {
        return "[" + level + "] " + SafeText.harmless(text) + "\n";
    }

    private static void write(FileDescriptor stream, String text) {
        try {
            // Not closed: that would close the stream itself.
            @SuppressWarnings("resource")
            OutputStream console = new FileOutputStream(stream);
            console.write(text.getBytes(UTF_8));
            console.flush();
        } catch (IOException closed) {
            // Whoever closed the stream wants to hear no more. The run goes on, as it does with Maven's own log.
            return;
        }
    }
}
