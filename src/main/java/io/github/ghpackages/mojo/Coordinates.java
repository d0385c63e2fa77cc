package io.github.ghpackages.mojo;

/** Where a Maven package lies in its registry. */
record Coordinates(String groupId, String artifactId) {}
