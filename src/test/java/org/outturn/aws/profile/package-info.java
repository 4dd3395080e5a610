@NullMarked
package org.outturn.aws.profile;

import org.jspecify.annotations.NullMarked;
