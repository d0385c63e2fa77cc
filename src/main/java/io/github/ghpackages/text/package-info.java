/** Text for people: safe to print, spelled near, in plain English. */
@NullMarked
package io.github.ghpackages.text;

import org.jspecify.annotations.NullMarked;
