/**
 * The profiles of the AWS tools: their two files, read as the AWS CLI reads them but for what would
 * hide good profiles behind a broken line, and where each profile's keys come from. Knows no SDK.
 */
@NullMarked
package org.outturn.connection.profile;

import org.jspecify.annotations.NullMarked;
