/** Text for people: made safe to print, compared with similar names, and put in plain English. */
@NullMarked
package io.github.ghpackages.text;

import org.jspecify.annotations.NullMarked;
