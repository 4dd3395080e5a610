@NullMarked
package org.outturn.connection.profile;

import org.jspecify.annotations.NullMarked;
