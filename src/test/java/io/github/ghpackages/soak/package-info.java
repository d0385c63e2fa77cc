/** Random rounds of prune and undo against the stub, for as long as one likes. */
@org.jspecify.annotations.NullMarked
package io.github.ghpackages.soak;
