package org.outturn.connection.dotenv;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts variables into one value and undoes its escapes. What was put in is not looked through
 * again, so that no value can refer to itself for ever.
 */
final class Expansion {
    /** How deep defaults may lie within defaults. */
    private static final int DEEPEST = 16;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Function<String, Optional<String>> variables;
    private final ExpansionBudget budget;
    private final boolean quoted;
    private final Map<EnvProblem.Kind, Set<String>> problems = new EnumMap<>(EnvProblem.Kind.class);
    private final StringBuilder value = new StringBuilder();
    private boolean tooLong;

    /**
     * @param quoted whether the value stands in double quotes
     */
    Expansion(
            Function<String, Optional<String>> variables, ExpansionBudget budget, boolean quoted) {
        this.variables = variables;
        this.budget = budget;
        this.quoted = quoted;
    }

    /** The value; nothing when it became too long. */
    Optional<String> of(String raw) {
        expand(raw, 0);
        if (tooLong) {
            problem(EnvProblem.Kind.TOO_LONG, "");
            return Optional.empty();
        }
        return Optional.of(value.toString());
    }

    /** What there is to be told, with the names of the variables that it is about. */
    Map<EnvProblem.Kind, Set<String>> problems() {
        return problems;
    }

    private void expand(String raw, int depth) {
        int at = 0;
        while (at < raw.length() && !tooLong) {
            char c = raw.charAt(at);
            if (c == '\\' && at + 1 < raw.length()) {
                add(unescaped(raw.charAt(at + 1)));
                at += 2;
            } else if (c == '$') {
                at = dollar(raw, at, depth);
            } else {
                if (c == '`') {
                    problem(EnvProblem.Kind.COMMAND, "");
                }
                add(String.valueOf(c));
                at++;
            }
        }
    }

    private String unescaped(char escaped) {
        if (!quoted) {
            // a path of Windows stays as it is
            return escaped == '$' ? "$" : "\\" + escaped;
        }
        return switch (escaped) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case '"', '\\', '$', '`' -> String.valueOf(escaped);
            default -> "\\" + escaped;
        };
    }

    /** Deals with what a dollar sign begins; returns where it ends. */
    private int dollar(String raw, int at, int depth) {
        char next = at + 1 < raw.length() ? raw.charAt(at + 1) : ' ';
        if (next == '(') {
            problem(EnvProblem.Kind.COMMAND, "");
            int end = matching(raw, at + 1, '(', ')');
            return text(raw, at, end < 0 ? raw.length() : end + 1);
        }
        if (next == '{') {
            int end = matching(raw, at + 1, '{', '}');
            if (end < 0 || depth >= DEEPEST) {
                problem(EnvProblem.Kind.BAD_EXPANSION, "");
                return text(raw, at, end < 0 ? raw.length() : end + 1);
            }
            if (!braces(raw.substring(at + 2, end), depth)) {
                problem(EnvProblem.Kind.BAD_EXPANSION, "");
                return text(raw, at, end + 1);
            }
            return end + 1;
        }
        Matcher name = NAME.matcher(raw).region(at + 1, raw.length());
        if (!name.lookingAt()) {
            return text(raw, at, at + 1);
        }
        put(name.group());
        return name.end();
    }

    /** Whether what stands in braces is of a form that is known. */
    private boolean braces(String inner, int depth) {
        Matcher name = NAME.matcher(inner);
        if (!name.lookingAt()) {
            return false;
        }
        String rest = inner.substring(name.end());
        Optional<String> set = variables.apply(name.group());
        if (rest.isEmpty()) {
            put(name.group());
            return true;
        }
        boolean alsoEmpty = rest.startsWith(":");
        String operator = alsoEmpty ? rest.substring(1) : rest;
        boolean there = set.isPresent() && !(alsoEmpty && set.get().isEmpty());
        if (operator.startsWith("-")) {
            if (there) {
                add(set.orElseThrow());
            } else {
                expand(operator.substring(1), depth + 1);
            }
            return true;
        }
        if (operator.startsWith("+")) {
            if (there) {
                expand(operator.substring(1), depth + 1);
            }
            return true;
        }
        return false;
    }

    private void put(String name) {
        Optional<String> set = variables.apply(name);
        if (set.isEmpty()) {
            problem(EnvProblem.Kind.NOT_SET, name);
        }
        set.ifPresent(this::add);
    }

    private int text(String raw, int from, int to) {
        add(raw.substring(from, to));
        return to;
    }

    private void add(String more) {
        tooLong |=
                value.length() + more.length() > ExpansionBudget.LONGEST_VALUE
                        || !budget.take(more.length());
        if (!tooLong) {
            value.append(more);
        }
    }

    private void problem(EnvProblem.Kind kind, String about) {
        problems.computeIfAbsent(kind, _ -> new LinkedHashSet<>()).add(about);
    }

    /** Where the bracket at a place is closed; -1 when it is not. */
    private static int matching(String raw, int from, char opens, char closes) {
        int open = 0;
        for (int i = from; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == opens) {
                open++;
            } else if (c == closes && --open == 0) {
                return i;
            }
        }
        return -1;
    }
}
