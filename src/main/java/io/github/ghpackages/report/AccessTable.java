package io.github.ghpackages.report;

import io.github.ghpackages.Permission;
import io.github.ghpackages.ShownUrl;
import io.github.ghpackages.report.AccessReport.PackageLine;
import io.github.ghpackages.report.AccessReport.TokenLine;
import io.github.ghpackages.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/** What the tokens of a build may do, as a person reads it. */
final class AccessTable {

    private AccessTable() {}

    static List<String> lines(AccessReport report) {
        var lines = new ArrayList<String>();
        for (var token : report.tokens()) {
            lines.addAll(lines(token));
            lines.add("");
        }
        if (!report.packages().isEmpty()) {
            var table = new Table(List.of("PACKAGE", "LIST", "DELETE", "RESTORE", "SINGLE SIGN-ON"));
            for (var line : report.packages()) {
                table.row(List.of(
                        SafeText.harmless(line.ref().toString()),
                        line.list().toString(),
                        line.delete().toString(),
                        line.restore().toString(),
                        line.singleSignOn().toString()));
            }
            lines.addAll(table.lines());
            lines.add("");
        }
        report.packages().stream()
                .flatMap(line -> line.advice().stream())
                .distinct()
                .forEach(advice -> lines.addAll(Table.paragraph("To do: " + advice)));
        lines.add(summary(report));
        return lines;
    }

    private static List<String> lines(TokenLine token) {
        var lines = new ArrayList<String>();
        lines.add(SafeText.harmless("Server '" + token.serverId() + "' at " + ShownUrl.of(token.apiUrl())));
        lines.add("  token     " + SafeText.harmless(token.kind() + ", from " + token.origin()));
        lines.add("  belongs   " + (token.login() == null ? "to no user" : "to " + SafeText.harmless(token.login())));
        var scopes = token.scopes();
        if (scopes != null) {
            lines.add("  scopes    " + (scopes.isEmpty() ? "none" : SafeText.harmless(String.join(", ", scopes))));
        }
        lines.add("  expires   " + expiry(token));
        lines.add("  requests  "
                + (token.limit() == null
                        ? "no limit, as far as the server says"
                        : token.remaining() + " of " + token.limit() + " left until " + token.resetsAt()));
        return lines;
    }

    private static String expiry(TokenLine token) {
        if (token.expiresAt() != null) {
            return token.expiresAt().toString();
        }
        return token.expiry() == null
                ? "not, as far as GitHub says"
                : "at a time that can't be read: '" + SafeText.harmless(token.expiry()) + "'";
    }

    static String summary(AccessReport report) {
        long ready = report.packages().stream().filter(AccessTable::isReady).count();
        return Wording.count(report.packages().size(), "package") + ", " + ready + " ready for all goals.";
    }

    private static boolean isReady(PackageLine line) {
        return line.list().and(line.delete()).and(line.restore()) == Permission.YES;
    }
}
