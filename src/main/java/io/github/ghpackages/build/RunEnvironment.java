package io.github.ghpackages.build;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.TreeMap;

/** Where a run runs, so that a reader of its journal knows whom to ask. */
public final class RunEnvironment {

    /** What GitHub's runner reports about itself (docs: "Variables reference"). */
    private static final Map<String, String> RUNNER = Map.of(
            "repository", "GITHUB_REPOSITORY",
            "workflow", "GITHUB_WORKFLOW",
            "run", "GITHUB_RUN_ID",
            "attempt", "GITHUB_RUN_ATTEMPT",
            "event", "GITHUB_EVENT_NAME",
            "actor", "GITHUB_ACTOR",
            "commit", "GITHUB_SHA");

    private RunEnvironment() {}

    public static Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        if ("true".equals(System.getenv("GITHUB_ACTIONS"))) {
            RUNNER.forEach((name, variable) -> {
                String value = System.getenv(variable);
                if (value != null) {
                    facts.put(name, value);
                }
            });
        } else {
            facts.put("user", System.getProperty("user.name", "unknown"));
            facts.put("host", host());
        }
        return facts;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
