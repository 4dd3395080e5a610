package org.outturn.aws.profile;

import java.net.URI;
import java.util.Optional;

/**
 * Which token service is asked.
 *
 * @param region to sign for
 * @param endpoint empty for AWS in that region
 */
record StsPlace(String region, Optional<URI> endpoint) {}
