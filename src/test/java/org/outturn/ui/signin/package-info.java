@NullMarked
package org.outturn.ui.signin;

import org.jspecify.annotations.NullMarked;
