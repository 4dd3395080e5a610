/** Measurements: main classes, each beside a peer in one run. Not run by the tests. */
@NullMarked
package org.outturn.bench;

import org.jspecify.annotations.NullMarked;
