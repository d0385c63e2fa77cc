/** What was deleted, on disk, so that it can be restored; and what was planned, so that it can be applied. */
@NullMarked
package io.github.ghpackages.journal;

import org.jspecify.annotations.NullMarked;
