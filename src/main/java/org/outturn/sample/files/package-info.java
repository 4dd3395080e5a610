/** Makes real files from code: pictures, PDFs, scores, sounds and JSON; knows nothing of S3. */
@NullMarked
package org.outturn.sample.files;

import org.jspecify.annotations.NullMarked;
