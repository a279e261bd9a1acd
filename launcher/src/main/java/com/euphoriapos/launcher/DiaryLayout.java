package com.euphoriapos.launcher;

import ch.qos.logback.classic.pattern.TargetLengthBasedClassNameAbbreviator;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.util.CachingDateFormatter;

/** A line of the diary: time, level, thread, logger, message, and the stack trace if there is one. */
final class DiaryLayout extends LayoutBase<ILoggingEvent> {
    private static final int LOGGER_LENGTH = 36;
    private static final int LEVEL_LENGTH = 5;
    private static final int LINE_LENGTH = 160;

    private final CachingDateFormatter time = new CachingDateFormatter("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    private final TargetLengthBasedClassNameAbbreviator shorter =
            new TargetLengthBasedClassNameAbbreviator(LOGGER_LENGTH);
    private final ThrowableProxyConverter traces = new ThrowableProxyConverter();

    @Override
    public void start() {
        traces.start();
        super.start();
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(LINE_LENGTH);
        line.append(time.format(event.getTimeStamp())).append(' ');
        String level = event.getLevel().toString();
        line.append(level).append(" ".repeat(Math.max(0, LEVEL_LENGTH - level.length())));
        line.append(" [").append(event.getThreadName()).append("] ");
        line.append(shorter.abbreviate(event.getLoggerName())).append(" - ");
        line.append(event.getFormattedMessage()).append(System.lineSeparator());
        if (event.getThrowableProxy() != null) {
            line.append(traces.convert(event));
        }
        return line.toString();
    }
}
