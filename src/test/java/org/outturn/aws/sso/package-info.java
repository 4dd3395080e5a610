@NullMarked
package org.outturn.aws.sso;

import org.jspecify.annotations.NullMarked;
