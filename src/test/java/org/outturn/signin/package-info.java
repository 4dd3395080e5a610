/**
 * A stand-in for what AWS signs people in with, over real HTTP: the OIDC service and the access
 * portal of IAM Identity Center, and the Security Token Service.
 */
@NullMarked
package org.outturn.signin;

import org.jspecify.annotations.NullMarked;
