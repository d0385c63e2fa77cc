package io.github.ghpackages.stub;

import java.util.function.Predicate;

/** Which requests a fault meets, or a question is about; join them with {@code and}, {@code or}, {@code negate}. */
public final class When {

    private When() {}

    /** Every request. */
    public static Predicate<StubRequest> any() {
        return request -> true;
    }

    /** Requests of a method. */
    public static Predicate<StubRequest> method(String method) {
        return request -> request.is(method);
    }

    /** Requests whose path, still encoded, contains this. */
    public static Predicate<StubRequest> path(String part) {
        return request -> request.path().contains(part);
    }

    /** Deletions of versions and of packages. */
    public static Predicate<StubRequest> deleting() {
        return method("DELETE");
    }

    /** Restores of versions and of packages. */
    public static Predicate<StubRequest> restoring() {
        return request -> request.is("POST") && request.path().endsWith("/restore");
    }

    /** Pages of a listing of versions. */
    public static Predicate<StubRequest> listing() {
        return request -> request.is("GET") && request.path().endsWith("/versions");
    }

    /** A page of a listing of versions, counted from 1. */
    public static Predicate<StubRequest> page(int page) {
        return listing().and(request -> request.parameter("page").orElse("1").equals(String.valueOf(page)));
    }

    /** Requests for one version by its id, whatever the method. */
    public static Predicate<StubRequest> version(long id) {
        return request -> (request.path() + "/").contains("/versions/" + id + "/");
    }

    /** Uploads to the Maven registry. */
    public static Predicate<StubRequest> uploading() {
        return method("PUT");
    }

    /** Reads of a {@code maven-metadata.xml}. */
    public static Predicate<StubRequest> metadata() {
        return request -> request.reads() && request.path().endsWith("/maven-metadata.xml");
    }
}
