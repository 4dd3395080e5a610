package org.outturn.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.outturn.settings.PrivateFolders;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * The log file {@code outturn.log} and up to four older ones, 2 MiB each. Nothing goes to the
 * terminal, except warnings and errors where the file cannot be written. Every line passes the
 * {@link SecretRedactor}.
 */
public final class Logging implements AutoCloseable {
    private static final String FILE = "outturn.log";
    private static final String OLDER = "outturn.%i.log";
    private static final int OLDER_FILES = 4;
    private static final long FILE_BYTES = 2 * FileSize.MB_COEFFICIENT;

    /** Below a warning these log whole requests: headers, signatures and all. */
    private static final List<String> TALKATIVE =
            List.of(
                    "software.amazon",
                    "io.netty",
                    "org.apache.hc",
                    "org.apache.http",
                    "org.freedesktop");

    /** Warns of every upload whose parts are kept on purpose, with a whole stack. */
    private static final String MULTIPART = "software.amazon.awssdk.services.s3.internal.multipart";

    private final LoggerContext context;
    private final Path file;

    private Logging(LoggerContext context, Path file) {
        this.context = context;
        this.file = file;
    }

    /**
     * Takes the place of whatever logging there was. Comes before the first use of a logger.
     *
     * @param folder where the files go; created when it is not there
     * @param redactor takes the secrets out; may be told of further ones at any time
     */
    public static Logging start(Path folder, SecretRedactor redactor) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!(factory instanceof LoggerContext context)) {
            throw new IllegalStateException("another logging library is in the way: " + factory);
        }
        return start(context, folder, redactor);
    }

    static Logging start(LoggerContext context, Path folder, SecretRedactor redactor) {
        context.reset();
        context.start();
        Path file = folder.toAbsolutePath().resolve(FILE);
        Appender<ILoggingEvent> appender = toFile(context, file, redactor);
        if (!appender.isStarted()) {
            appender = toTerminal(context, redactor);
        }
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(appender);
        TALKATIVE.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
        context.getLogger(MULTIPART).setLevel(Level.ERROR);
        return new Logging(context, file);
    }

    /** The file that is written now, for "Show the log"; it need not exist. */
    public Path file() {
        return file;
    }

    /** Writes what is left and closes the file; what is logged later is lost. */
    @Override
    public void close() {
        context.stop();
    }

    private static Appender<ILoggingEvent> toFile(
            LoggerContext context, Path file, SecretRedactor redactor) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setName("file");
        appender.setFile(file.toString());
        prepare(appender, context, redactor);

        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(file.resolveSibling(OLDER).toString());
        rolling.setMinIndex(1);
        rolling.setMaxIndex(OLDER_FILES);

        SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
        trigger.setContext(context);
        trigger.setMaxFileSize(new FileSize(FILE_BYTES));
        // the default looks once a minute: long enough for a loop of errors to fill a disk
        trigger.setCheckIncrement(Duration.buildByMilliseconds(100));

        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(trigger);
        try {
            PrivateFolders.create(file.getParent());
        } catch (IOException impossible) {
            return appender;
        }
        rolling.start();
        trigger.start();
        appender.start();
        return appender;
    }

    private static Appender<ILoggingEvent> toTerminal(
            LoggerContext context, SecretRedactor redactor) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setName("terminal");
        appender.setTarget("System.err");
        prepare(appender, context, redactor);
        ThresholdFilter warnings = new ThresholdFilter();
        warnings.setLevel(Level.WARN.levelStr);
        warnings.start();
        appender.addFilter(warnings);
        appender.start();
        return appender;
    }

    private static void prepare(
            OutputStreamAppender<ILoggingEvent> appender,
            LoggerContext context,
            SecretRedactor redactor) {
        RedactingLayout layout = new RedactingLayout(context, redactor);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
    }
}
