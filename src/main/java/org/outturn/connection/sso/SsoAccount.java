package org.outturn.connection.sso;

/**
 * An account that the operator may use.
 *
 * @param id 12 digits
 * @param name may be empty
 */
public record SsoAccount(String id, String name) {}
