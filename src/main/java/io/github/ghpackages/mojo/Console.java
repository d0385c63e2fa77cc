package io.github.ghpackages.mojo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ghpackages.text.SafeText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What must be seen although Maven's log is silent, under {@code -q}, or closed, when a build is cancelled. */
final class Console {

    private Console() {}

    /** Prints lines to the process's standard output, past Maven. */
    static void print(String level, List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append('[')
                .append(level)
                .append("] ")
                .append(SafeText.harmless(line))
                .append('\n'));
        try {
            // Not closed: that would close standard output itself.
            @SuppressWarnings("resource")
            OutputStream console = new FileOutputStream(FileDescriptor.out);
            console.write(text.toString().getBytes(UTF_8));
            console.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
