/** The shared HTTP client: JSON over HTTP as GitHub uses it, and the only way to the network. */
@NullMarked
package io.github.ghpackages.http;

import org.jspecify.annotations.NullMarked;
