/**
 * The only package that speaks to the AWS SDK: stores, transfers, profiles, and its errors made
 * plain.
 */
@NullMarked
package org.outturn.aws;

import org.jspecify.annotations.NullMarked;
