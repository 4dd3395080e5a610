/** What pipelines left in a bucket and nobody needs any more. */
@NullMarked
package org.outturn.orphans;

import org.jspecify.annotations.NullMarked;
