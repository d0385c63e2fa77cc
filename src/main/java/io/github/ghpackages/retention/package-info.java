/** Which versions are deleted, and why: pure, without I/O, clock or Maven. */
@NullMarked
package io.github.ghpackages.retention;

import org.jspecify.annotations.NullMarked;
