/** The vocabulary of an object store, and the port to one. */
@NullMarked
package org.outturn.storage;

import org.jspecify.annotations.NullMarked;
