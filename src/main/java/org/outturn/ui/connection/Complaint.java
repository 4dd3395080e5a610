package org.outturn.ui.connection;

/**
 * What is wrong with a form.
 *
 * @param field the id of the field
 * @param messageKey of the text that says how
 */
record Complaint(String field, String messageKey) {}
