/** The keys of AWS profiles of every kind. */
@NullMarked
package org.outturn.aws.profile;

import org.jspecify.annotations.NullMarked;
