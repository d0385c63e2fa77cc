package io.github.ghpackages.report;

/** How a screen with colours shows a text. The words say the same without colours. */
enum Style {
    PLAIN(""),
    HEADING("1"),
    FAINT("2"),
    /** Something is gone, or did not succeed. */
    ALARM("31"),
    /** Something will go. In a table, only its name is shown so: whole rows would look like warnings. */
    CHANGE("31");

    private static final String ESCAPE = "\u001b[";

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** The text with the escape codes of ANSI terminals around it. */
    String on(String text) {
        return code.isEmpty() || text.isEmpty() ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
    }
}
