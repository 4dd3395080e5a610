/** What all screens share: loading views, background work, texts, formats, theme, toasts. */
@NullMarked
package org.outturn.ui.common;

import org.jspecify.annotations.NullMarked;
