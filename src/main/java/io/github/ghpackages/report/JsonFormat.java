package io.github.ghpackages.report;

import com.google.gson.stream.JsonWriter;
import io.github.ghpackages.json.SafeJsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One JSON object, for programs. */
final class JsonFormat implements ReportFormat {

    private final Destination destination;
    private @Nullable JsonWriter json;

    JsonFormat(Destination destination) {
        this.destination = destination;
    }

    @Override
    public void add(Report.Part piece, Report.Part ofPackage, Supplier<List<Block>> blocks) throws IOException {
        piece.write(json());
    }

    @Override
    public void end(Report.Part piece, Supplier<List<Block>> blocks) throws IOException {
        piece.write(json());
        json().flush();
        destination.open().write('\n');
    }

    private JsonWriter json() throws IOException {
        if (json == null) {
            json = new JsonWriter(new SafeJsonWriter(destination.open()));
            json.setIndent("  ");
        }
        return json;
    }
}
