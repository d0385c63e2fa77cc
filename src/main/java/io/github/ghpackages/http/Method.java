package io.github.ghpackages.http;

/** What can be sent, and what it costs of GitHub's points per minute (docs.github.com, rate limits for the REST API). */
enum Method {
    GET("GET", 1),
    /** From the Maven registry, which is no part of the API. */
    GET_FILE("GET", 0),
    /** Of one build of a snapshot, into the Maven registry. */
    PUT_FILE("PUT", 0),
    /** Of one version. */
    DELETE("DELETE", 5),
    /** Of a whole package, which must be asked for by its own name. */
    DELETE_PACKAGE("DELETE", 5),
    POST("POST", 5);

    private final String verb;
    private final int points;

    Method(String verb, int points) {
        this.verb = verb;
        this.points = points;
    }

    String verb() {
        return verb;
    }

    int points() {
        return points;
    }

    /** Whether it may be repeated without a second thought. */
    boolean isRead() {
        return verb.equals("GET");
    }
}
