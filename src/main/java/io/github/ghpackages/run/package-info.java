/** One prune, delete or restore, from the plan to the outcomes. */
@NullMarked
package io.github.ghpackages.run;

import org.jspecify.annotations.NullMarked;
