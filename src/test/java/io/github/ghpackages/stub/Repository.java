package io.github.ghpackages.stub;

/** A repository; Maven packages take their visibility and rights from it. */
record Repository(long id, long ownerId, String name, boolean isPrivate) {

    String visibility() {
        return isPrivate ? "private" : "public";
    }
}
