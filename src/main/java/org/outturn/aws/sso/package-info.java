/** Signing in at IAM Identity Center: tokens, accounts, roles and their keys. */
@NullMarked
package org.outturn.aws.sso;

import org.jspecify.annotations.NullMarked;
