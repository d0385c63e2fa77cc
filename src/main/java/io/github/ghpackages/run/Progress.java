package io.github.ghpackages.run;

/** Is told how far a run is, so that somebody who waits can be told. */
@FunctionalInterface
public interface Progress {
    void deleted(int more);
}
