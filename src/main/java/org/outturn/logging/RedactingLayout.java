package org.outturn.logging;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.LayoutBase;

/**
 * One event as text: message, thread and the whole stack trace with its causes pass the redactor
 * together, so nothing goes round it. Each event begins at the start of a line and its further
 * lines are indented, so no key or server answer with line breaks in it can pass for an event of
 * its own.
 */
final class RedactingLayout extends LayoutBase<ILoggingEvent> {
    private static final String INDENT = System.lineSeparator() + "    ";

    private final PatternLayout pattern = new PatternLayout();
    private final SecretRedactor redactor;

    RedactingLayout(Context context, SecretRedactor redactor) {
        this.redactor = redactor;
        setContext(context);
        pattern.setContext(context);
        pattern.setPattern(
                "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{30} - %msg%n%ex");
    }

    @Override
    public void start() {
        pattern.start();
        super.start();
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        String text = redactor.redact(pattern.doLayout(event)).strip();
        return text.replaceAll("\\R\\s*", INDENT) + System.lineSeparator();
    }
}
