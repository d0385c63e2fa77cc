package io.github.ghpackages.report;

import io.github.ghpackages.Text;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Passes JSON on with escapes in the place of what could do harm to a terminal or a CI log. */
final class HarmlessJsonWriter extends FilterWriter {

    HarmlessJsonWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        out.write(Text.harmlessJson(Character.toString((char) character)));
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        out.write(Text.harmlessJson(new String(buffer, offset, length)));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        out.write(Text.harmlessJson(text.substring(offset, offset + length)));
    }
}
