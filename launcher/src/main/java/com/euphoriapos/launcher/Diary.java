package com.euphoriapos.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.FileSize;
import java.io.File;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;

/**
 * The lane's diary, {@code lane.log} in the folder that the system property {@link #FOLDER} names: what {@code logback.xml.sample}
 * says, without the time that reading it takes at each start. What puts old days away is readied last, because Java's calendar
 * for it takes a while; a diary of an earlier day is put away at once.
 */
final class Diary extends AppenderBase<ILoggingEvent> {
    static final String FOLDER = "pos.logs";

    private static final String NAME = "FILE";
    private static final List<String> QUIET =
            List.of("org.apache.ibatis", "org.flywaydb", "jpos", "org.eclipse.jetty", "javax.jmdns");
    private static final int DAYS = 30;

    private final LoggerContext logging;
    private final String folder;
    private FileAppender<ILoggingEvent> file = new FileAppender<>();

    private Diary(LoggerContext logging, String folder) {
        this.logging = logging;
        this.folder = folder;
        setContext(logging);
        setName("DIARY");
    }

    static void open(LoggerContext logging, String folder) {
        logging.getStatusManager().add(new NopStatusListener());
        for (String name : QUIET) {
            logging.getLogger(name).setLevel(Level.WARN);
        }
        // Logs every message; what fails is said by whoever asked.
        logging.getLogger("org.freedesktop").setLevel(Level.OFF);
        ch.qos.logback.classic.Logger root = logging.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        Diary diary = new Diary(logging, folder);
        diary.start();
        root.addAppender(diary);
    }

    /** From now on old days are put away, if this is the diary in use. Takes a while the first time. */
    static void roll(ILoggerFactory loggers) {
        if (loggers instanceof LoggerContext logging) {
            Appender<ILoggingEvent> appender =
                    logging.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("DIARY");
            if (appender instanceof Diary diary) {
                diary.roll();
            }
        }
    }

    @Override
    public void start() {
        boolean ofEarlierDay = ofEarlierDay(new File(path()));
        file = ofEarlierDay ? rolling() : file;
        open(file);
        super.start();
    }

    private synchronized void roll() {
        if (isStarted() && !(file instanceof RollingFileAppender)) {
            file.stop();
            file = rolling();
            open(file);
        }
    }

    @Override
    protected synchronized void append(ILoggingEvent event) {
        file.doAppend(event);
    }

    @Override
    public synchronized void stop() {
        super.stop();
        file.stop();
    }

    private String path() {
        return folder + "/lane.log";
    }

    private static boolean ofEarlierDay(File diary) {
        long written = diary.lastModified();
        ZoneId here = ZoneId.systemDefault();
        return written > 0
                && !Instant.ofEpochMilli(written).atZone(here).toLocalDate().equals(LocalDate.now(here));
    }

    private void open(FileAppender<ILoggingEvent> appender) {
        DiaryLayout layout = new DiaryLayout();
        layout.setContext(logging);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(logging);
        encoder.setLayout(layout);
        encoder.start();
        appender.setName(NAME);
        appender.setContext(logging);
        appender.setFile(path());
        appender.setEncoder(encoder);
        appender.start();
    }

    private RollingFileAppender<ILoggingEvent> rolling() {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(logging);
        appender.setFile(path());
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
        rolling.setContext(logging);
        rolling.setParent(appender);
        rolling.setFileNamePattern(folder + "/lane.%d{yyyy-MM-dd}.%i.log.gz");
        rolling.setMaxFileSize(new FileSize(10 * FileSize.MB_COEFFICIENT));
        rolling.setMaxHistory(DAYS);
        rolling.setTotalSizeCap(new FileSize(200 * FileSize.MB_COEFFICIENT));
        rolling.start();
        appender.setRollingPolicy(rolling);
        return appender;
    }
}
