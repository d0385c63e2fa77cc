/** The shared HTTP client: JSON over HTTP as GitHub speaks it, and the one door to the network. */
@NullMarked
package io.github.ghpackages.http;

import org.jspecify.annotations.NullMarked;
