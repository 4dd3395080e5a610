/** Pure recognition of pipeline outputs by their keys. */
@NullMarked
package org.outturn.pipeline;

import org.jspecify.annotations.NullMarked;
