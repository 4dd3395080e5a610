package org.outturn.pipeline.template;

/**
 * A named, typed part of a template, for instance <code>{id:uuid}</code>.
 *
 * @param name as the template has it: letters, digits, hyphens
 */
public record Placeholder(String name, PlaceholderType type) {}
