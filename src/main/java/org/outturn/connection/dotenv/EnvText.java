package org.outturn.connection.dotenv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a {@code .env} file says. Where the dotenv readers and POSIX shells ("Shell Command
 * Language", 2.2 Quoting and 2.6.2 Parameter Expansion) agree, so does this; where they do not, it
 * goes with the dotenv readers. Nothing is ever executed.
 *
 * @param variables by name; of those that are assigned twice, the last
 * @param problems in the order of their lines
 */
public record EnvText(Map<String, EnvVariable> variables, List<EnvProblem> problems) {
    public EnvText {
        variables = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        problems = List.copyOf(problems);
    }

    /**
     * Reads a text.
     *
     * @param environment the value of a variable that the text itself does not set
     */
    public static EnvText read(String text, Function<String, Optional<String>> environment) {
        return new EnvParser(text, environment).read();
    }

    /** The value of a variable that is set and not blank. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(variables.get(name))
                .map(EnvVariable::value)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** Says how many variables there are, and no value. */
    @Override
    public String toString() {
        return "EnvText[" + variables.keySet() + ", " + problems + "]";
    }
}
