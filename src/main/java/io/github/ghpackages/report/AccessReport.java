package io.github.ghpackages.report;

import com.google.gson.stream.JsonWriter;
import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.Permission;
import io.github.ghpackages.text.English;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tokens of a build may do. */
public final class AccessReport extends Report {

    /**
     * One token. It is never shown itself.
     *
     * @param apiUrl where it is used
     * @param serverId the {@code <server>} it is looked for under
     * @param origin where it was found, in words
     * @param login whose it is; null where it is nobody's or GitHub did not say
     * @param kind in words
     * @param scopes null where this kind of token has none
     * @param expiresAt null where it does not expire, GitHub did not say, or what it says can't be read
     * @param expiry the same as GitHub writes it; null where it wrote nothing
     * @param limit requests an hour; null where the server did not say
     * @param remaining how many of them are left; null where the server did not say
     * @param resetsAt when they start anew; null where the server did not say
     */
    public record TokenLine(
            ApiUrl apiUrl,
            String serverId,
            String origin,
            @Nullable String login,
            String kind,
            @Nullable List<String> scopes,
            @Nullable Instant expiresAt,
            @Nullable String expiry,
            @Nullable Long limit,
            @Nullable Long remaining,
            @Nullable Instant resetsAt) {}

    /**
     * One package.
     *
     * @param ref the package
     * @param exists whether GitHub shows it to the token
     * @param list whether its versions can be listed
     * @param delete whether its versions can be deleted
     * @param restore whether its versions can be restored
     * @param singleSignOn whether the single sign-on of the owner, if it has one, lets the token in
     * @param advice what to change; empty where nothing is amiss
     */
    public record PackageLine(
            PackageRef ref,
            boolean exists,
            Permission list,
            Permission delete,
            Permission restore,
            Permission singleSignOn,
            List<String> advice) {}

    private final List<TokenLine> tokens;
    private final List<PackageLine> packages = new ArrayList<>();

    /**
     * A report of access.
     *
     * @param tokens one for each API and server id
     */
    public AccessReport(ReportFile file, List<TokenLine> tokens) {
        super(file);
        this.tokens = tokens;
    }

    /** Adds a package; the table shows all packages together. */
    public void add(PackageLine line) {
        packages.add(line);
        add(json -> write(json, line), List::of);
    }

    @Override
    void writeHead(JsonWriter json) throws IOException {
        json.name("tokens").beginArray();
        for (var token : tokens) {
            write(json, token);
        }
        json.endArray();
    }

    private static void write(JsonWriter json, TokenLine token) throws IOException {
        json.beginObject();
        json.name("apiUrl").value(token.apiUrl().toString());
        json.name("serverId").value(token.serverId());
        json.name("origin").value(token.origin());
        json.name("login").value(token.login());
        json.name("kind").value(token.kind());
        texts(json, "scopes", token.scopes());
        time(json, "expiresAt", token.expiresAt());
        json.name("expiry").value(token.expiry());
        json.name("limit").value(token.limit());
        json.name("remaining").value(token.remaining());
        time(json, "resetsAt", token.resetsAt());
        json.endObject();
    }

    private static void write(JsonWriter json, PackageLine line) throws IOException {
        ref(json, line.ref());
        json.name("exists").value(line.exists());
        json.name("list").value(line.list().toString());
        json.name("delete").value(line.delete().toString());
        json.name("restore").value(line.restore().toString());
        json.name("singleSignOn").value(line.singleSignOn().toString());
        texts(json, "advice", line.advice());
    }

    @Override
    List<Block> lastBlocks() {
        var blocks = new ArrayList<Block>();
        for (var token : tokens) {
            blocks.add(new Block.Heading(
                    "Server '" + token.serverId() + "' at " + token.apiUrl().shown()));
            lines(token).forEach(line -> blocks.add(new Block.Item(line)));
            blocks.add(new Block.Gap());
        }
        if (!packages.isEmpty()) {
            var table = new Table(List.of("PACKAGE", "LIST", "DELETE", "RESTORE", "SINGLE SIGN-ON"));
            for (var line : packages) {
                table.row(List.of(
                        line.ref().toString(),
                        line.list().toString(),
                        line.delete().toString(),
                        line.restore().toString(),
                        line.singleSignOn().toString()));
            }
            blocks.add(table);
            blocks.add(new Block.Gap());
        }
        packages.stream()
                .flatMap(line -> line.advice().stream())
                .distinct()
                .forEach(advice -> blocks.add(new Block.Text("To do: " + advice, Style.CHANGE)));
        return blocks;
    }

    private static List<String> lines(TokenLine token) {
        var lines = new ArrayList<String>();
        lines.add("token: " + token.kind() + ", from " + token.origin());
        lines.add("owner: " + (token.login() == null ? "none (workflow token)" : token.login()));
        var scopes = token.scopes();
        if (scopes != null) {
            lines.add("scopes: " + (scopes.isEmpty() ? "none" : String.join(", ", scopes)));
        }
        lines.add("expires: " + expiry(token));
        lines.add("requests: "
                + (token.limit() == null
                        ? "no limit reported"
                        : token.remaining() + " of " + token.limit() + " left until " + token.resetsAt()));
        return lines;
    }

    private static String expiry(TokenLine token) {
        if (token.expiresAt() != null) {
            return token.expiresAt().toString();
        }
        return token.expiry() == null ? "no date reported" : "unreadable date: '" + token.expiry() + "'";
    }

    @Override
    String summary() {
        long ready = packages.stream().filter(AccessReport::isReady).count();
        return English.count(packages.size(), "package") + ", " + ready + " ready for all goals.";
    }

    private static boolean isReady(PackageLine line) {
        return line.list().and(line.delete()).and(line.restore()) == Permission.YES;
    }
}
