/** Table and JSON of a list, a plan, an outcome. */
@NullMarked
package io.github.ghpackages.report;

import org.jspecify.annotations.NullMarked;
