package org.outturn.connection.dotenv;

/**
 * A variable of a {@code .env} file. The value may be a secret and does not print.
 *
 * @param line in which its assignment begins, counted from 1
 */
public record EnvVariable(String name, String value, int line) {
    @Override
    public String toString() {
        return name + "=*** (line " + line + ")";
    }
}
