/** Tags of objects: what S3 allows, how they are changed, and what is known of them. */
@NullMarked
package org.outturn.tagging;

import org.jspecify.annotations.NullMarked;
