package org.outturn.journal;

/**
 * What an unfinished transfer has left somewhere, so that it can go on with it or free it.
 *
 * @param id its name where it is, for instance the id of an upload in parts
 * @param what everything there is to know of it, in the writer's own words
 */
public record Kept(String id, String what) {}
