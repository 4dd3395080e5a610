@NullMarked
package org.outturn.connection.sso;

import org.jspecify.annotations.NullMarked;
