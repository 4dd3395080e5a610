/** Tests of keys in keyrings. */
@NullMarked
package org.outturn.connection.vault;

import org.jspecify.annotations.NullMarked;
