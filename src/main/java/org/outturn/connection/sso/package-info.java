/**
 * Signing in at IAM Identity Center, as far as it needs no AWS: the cache that is shared with the
 * AWS CLI, and what a sign-in looks like to whoever shows it.
 */
@NullMarked
package org.outturn.connection.sso;

import org.jspecify.annotations.NullMarked;
