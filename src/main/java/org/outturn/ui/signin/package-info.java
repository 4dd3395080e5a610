/** Signing in at IAM Identity Center, picking an account and a role, codes of MFA devices. */
@NullMarked
package org.outturn.ui.signin;

import org.jspecify.annotations.NullMarked;
