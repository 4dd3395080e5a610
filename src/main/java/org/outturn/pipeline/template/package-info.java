/** Path templates: texts with typed placeholders that keys are read by, in linear time. */
@NullMarked
package org.outturn.pipeline.template;

import org.jspecify.annotations.NullMarked;
