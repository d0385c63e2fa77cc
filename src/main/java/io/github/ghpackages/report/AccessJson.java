package io.github.ghpackages.report;

import com.google.gson.stream.JsonWriter;
import io.github.ghpackages.report.AccessReport.PackageLine;
import io.github.ghpackages.report.AccessReport.TokenLine;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tokens of a build may do, as programs read it. */
final class AccessJson {

    private AccessJson() {}

    static void write(JsonWriter json, AccessReport report) throws IOException {
        JsonFormat.warnings(json, report.warnings());
        json.name("tokens").beginArray();
        for (var token : report.tokens()) {
            token(json, token);
        }
        json.endArray();
        json.name("packages").beginArray();
        for (var line : report.packages()) {
            line(json, line);
        }
        json.endArray();
    }

    private static void token(JsonWriter json, TokenLine token) throws IOException {
        json.beginObject();
        json.name("apiUrl").value(token.apiUrl().toString());
        json.name("serverId").value(token.serverId());
        json.name("origin").value(token.origin());
        json.name("login").value(token.login());
        json.name("kind").value(token.kind());
        texts(json, "scopes", token.scopes());
        JsonFormat.time(json, "expiresAt", token.expiresAt());
        json.name("expiry").value(token.expiry());
        json.name("limit").value(token.limit());
        json.name("remaining").value(token.remaining());
        JsonFormat.time(json, "resetsAt", token.resetsAt());
        json.endObject();
    }

    private static void line(JsonWriter json, PackageLine line) throws IOException {
        json.beginObject();
        JsonFormat.ref(json, line.ref());
        json.name("exists").value(line.exists());
        json.name("list").value(line.list().toString());
        json.name("delete").value(line.delete().toString());
        json.name("restore").value(line.restore().toString());
        json.name("singleSignOn").value(line.singleSignOn().toString());
        texts(json, "advice", line.advice());
        json.endObject();
    }

    private static void texts(JsonWriter json, String name, @Nullable List<String> texts) throws IOException {
        json.name(name);
        if (texts == null) {
            json.nullValue();
            return;
        }
        json.beginArray();
        for (var text : texts) {
            json.value(text);
        }
        json.endArray();
    }
}
