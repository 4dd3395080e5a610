package org.outturn.aws;

import org.outturn.storage.PartialUpload;

/** An earlier attempt whose parts the server still has, and which are of use. */
record BegunUpload(PartialUpload upload, SentParts sent) {}
