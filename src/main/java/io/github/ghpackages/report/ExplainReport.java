package io.github.ghpackages.report;

import com.google.gson.stream.JsonWriter;
import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.retention.Explanation;
import io.github.ghpackages.text.English;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Why one version would be kept or deleted, step by step. */
public final class ExplainReport extends Report {

    private final String version;
    private final Set<ApiUrl> apis;
    private int packages;

    /**
     * An explanation of the version of this name.
     *
     * @param apis the APIs of its packages; if there are several, each package is shown with its own
     */
    public ExplainReport(ReportFile file, String version, Set<ApiUrl> apis) {
        super(file);
        this.version = version;
        this.apis = apis;
    }

    /** Adds a package that has the version. */
    public void add(Explanation explanation) {
        packages++;
        add(json -> write(json, explanation), () -> {
            Table table = new Table(List.of("STEP", "", "FINDING"));
            explanation
                    .steps()
                    .forEach(step -> table.row(
                            List.of(step.name(), step.decides() ? "=>" : "", step.finding()),
                            step.decides() ? Style.HEADING : Style.PLAIN));
            String end = explanation.verdict().delete() ? "delete" : "keep";
            return List.of(
                    new Block.Heading(Wording.heading(explanation.ref(), apis) + " " + Wording.name(version) + ": "
                            + end + ", " + explanation.verdict().reason()),
                    table,
                    new Block.Gap());
        });
    }

    private static void write(JsonWriter json, Explanation explanation) throws IOException {
        ref(json, explanation.ref());
        json.name("versions").beginArray().beginObject();
        json.name("id").value(explanation.verdict().version().id());
        json.name("name").value(explanation.verdict().version().name());
        json.name("kind").value(explanation.verdict().version().kind().toString());
        json.name("verdict").value(explanation.verdict().delete() ? "delete" : "keep");
        json.name("rule").value(explanation.verdict().rule());
        json.name("reason").value(explanation.verdict().reason());
        json.name("steps").beginArray();
        for (Explanation.Step step : explanation.steps()) {
            json.beginObject();
            json.name("step").value(step.name());
            json.name("finding").value(step.finding());
            json.name("decides").value(step.decides());
            json.endObject();
        }
        json.endArray();
        json.endObject().endArray();
    }

    @Override
    void writeHead(JsonWriter json) throws IOException {
        json.name("dryRun").value(true);
    }

    @Override
    String summary() {
        return packages == 0
                ? "No package has an active version " + Wording.name(version) + "."
                : "Version " + Wording.name(version) + " explained in " + English.count(packages, "package")
                        + ". Nothing was deleted.";
    }
}
