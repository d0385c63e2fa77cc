package io.github.ghpackages.run;

import io.github.ghpackages.github.GitHubPackages;

/** Is told how far a run is, so that somebody who waits can be told. Never called by two threads at once. */
@FunctionalInterface
public interface Progress {

    /** All is read and checked, and so many requests to delete are about to be sent to this API. */
    default void begins(GitHubPackages github, int requests) {}

    /** So many more versions have been dealt with, whatever came of it. */
    void deleted(int more);
}
