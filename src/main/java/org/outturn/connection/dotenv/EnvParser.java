package org.outturn.connection.dotenv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Goes through a text once, from statement to statement. */
final class EnvParser {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final String EXPORT = "export";

    private final String text;
    private final Function<String, Optional<String>> environment;
    private final Map<String, EnvVariable> variables = new LinkedHashMap<>();
    private final List<EnvProblem> problems = new ArrayList<>();
    private final ExpansionBudget budget = new ExpansionBudget();
    private int at;
    private int line = 1;

    /** Where the statement began that is being read. */
    private int begun = 1;

    private String name = "";

    EnvParser(String text, Function<String, Optional<String>> environment) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        this.text = lines.startsWith("\uFEFF") ? lines.substring(1) : lines;
        this.environment = environment;
    }

    EnvText read() {
        while (at < text.length()) {
            skipBlanks();
            begun = line;
            name = "";
            if (!atEnd() && text.charAt(at) != '#') {
                statement();
            }
            skipLine();
        }
        return new EnvText(variables, problems);
    }

    private void statement() {
        boolean exported = skipExport();
        int from = at;
        while (!atEnd() && !isBlank(text.charAt(at)) && !isAssignment()) {
            at++;
        }
        String word = text.substring(from, at);
        boolean named = NAME.matcher(word).matches();
        skipBlanks();
        if (!isAssignment()) {
            // "export NAME" changes nothing that is written here; any other word may be a secret
            if (!(exported && named && (atEnd() || text.charAt(at) == '#'))) {
                problem(EnvProblem.Kind.NO_ASSIGNMENT);
            }
            return;
        }
        at++;
        name = named ? word : "";
        @Nullable String value = value();
        if (!named) {
            problem(EnvProblem.Kind.BAD_NAME);
        } else if (value != null) {
            // the last one wins, and stands where it was given
            variables.remove(word);
            variables.put(word, new EnvVariable(word, value, begun));
        }
    }

    private boolean skipExport() {
        int after = at + EXPORT.length();
        boolean there =
                text.startsWith(EXPORT, at) && after < text.length() && isBlank(text.charAt(after));
        if (there) {
            int from = at;
            at = after;
            skipBlanks();
            if (isAssignment()) {
                // a variable that is called "export"
                at = from;
                return false;
            }
        }
        return there;
    }

    /** An equals sign, or the colon of YAML, which is followed by a blank. */
    private boolean isAssignment() {
        if (atEnd()) {
            return false;
        }
        char c = text.charAt(at);
        return c == '=' || c == ':' && at + 1 < text.length() && isBlank(text.charAt(at + 1));
    }

    /** Reads what is assigned; null when it is nothing that can be taken. */
    private @Nullable String value() {
        int from = at;
        skipBlanks();
        if (atEnd()) {
            return "";
        }
        return switch (text.charAt(at)) {
            case '\'' -> quoted('\'');
            case '"' -> quoted('"');
            case '#' -> at > from ? "" : unquoted();
            default -> unquoted();
        };
    }

    private @Nullable String quoted(char quote) {
        int end = closing(quote);
        if (end < 0) {
            problem(EnvProblem.Kind.OPEN_QUOTE);
            return null;
        }
        String inner = text.substring(at + 1, end);
        for (int i = at; i < end; i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        at = end + 1;
        skipBlanks();
        boolean comment = !atEnd() && text.charAt(at) == '#' && at > end + 1;
        if (!atEnd() && !comment) {
            problem(EnvProblem.Kind.AFTER_QUOTE);
            return null;
        }
        return quote == '\'' ? inner : expanded(inner, true);
    }

    private int closing(char quote) {
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                return i;
            }
            if (c == '\\' && quote == '"') {
                i++;
            }
        }
        return -1;
    }

    private @Nullable String unquoted() {
        int from = at;
        while (!atEnd()) {
            if (text.charAt(at) == '#' && at > from && isBlank(text.charAt(at - 1))) {
                break;
            }
            at++;
        }
        return expanded(text.substring(from, at).strip(), false);
    }

    private @Nullable String expanded(String raw, boolean quoted) {
        var expansion = new Expansion(this::lookUp, budget, quoted);
        Optional<String> value = expansion.of(raw);
        expansion.problems().forEach((kind, about) -> about.forEach(who -> problem(kind, who)));
        return value.orElse(null);
    }

    private Optional<String> lookUp(String wanted) {
        EnvVariable before = variables.get(wanted);
        return before == null ? environment.apply(wanted) : Optional.of(before.value());
    }

    private void problem(EnvProblem.Kind kind) {
        problem(kind, name);
    }

    private void problem(EnvProblem.Kind kind, String about) {
        problems.add(new EnvProblem(begun, kind, about.isEmpty() ? name : about));
    }

    private void skipBlanks() {
        while (!atEnd() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private void skipLine() {
        while (!atEnd()) {
            at++;
        }
        at++;
        line++;
    }

    private boolean atEnd() {
        return at >= text.length() || text.charAt(at) == '\n';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u000B' || c == '\f';
    }
}
