/** Notices when files change. */
@NullMarked
package org.outturn.connection.files;

import org.jspecify.annotations.NullMarked;
