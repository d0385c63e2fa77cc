/** Each report as a table and as JSON, and the progress log. */
@NullMarked
package io.github.ghpackages.report;

import org.jspecify.annotations.NullMarked;
