package org.outturn.ui.transfers;

/**
 * One line of a plan on a sheet.
 *
 * @param kind what becomes of it, for the colour: CREATE, REPLACE, SKIP, REFUSE or FOLDER
 */
record PlanLine(String name, String size, String kind, String action, String reason) {}
