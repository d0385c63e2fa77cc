package io.github.ghpackages.json;

import io.github.ghpackages.text.SafeText;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Passes JSON on with escapes in the place of what could do harm to a terminal or a CI log. */
public final class SafeJsonWriter extends FilterWriter {

    public SafeJsonWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        out.write(SafeText.harmlessJson(Character.toString((char) character)));
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        out.write(SafeText.harmlessJson(new String(buffer, offset, length)));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        out.write(SafeText.harmlessJson(text.substring(offset, offset + length)));
    }
}
