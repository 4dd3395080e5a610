package org.outturn.connection.sso;

import java.net.URI;
import java.time.Instant;

/**
 * A code that one approves on any device (RFC 8628).
 *
 * @param userCode to be seen and typed; no secret
 * @param page where it is typed
 * @param pageWithCode the same with the code filled in
 * @param until when it is worth nothing any more
 */
public record DeviceCode(String userCode, URI page, URI pageWithCode, Instant until) {}
