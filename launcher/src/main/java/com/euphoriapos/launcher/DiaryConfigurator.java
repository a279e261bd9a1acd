package com.euphoriapos.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.FileSize;
import java.util.List;
import org.slf4j.Logger;

/**
 * The lane's diary, {@code lane.log} in the folder that the system property {@link #FOLDER} names: what {@code logback.xml.sample}
 * says, without the time that reading it takes at each start. A {@code logback.xml} that somebody put in wins.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class DiaryConfigurator extends ContextAwareBase implements Configurator {
    static final String FOLDER = "pos.logs";

    private static final List<String> QUIET =
            List.of("org.apache.ibatis", "org.flywaydb", "jpos", "org.eclipse.jetty", "javax.jmdns");
    private static final int DAYS = 30;

    @Override
    public ExecutionStatus configure(LoggerContext logging) {
        String folder = System.getProperty(FOLDER);
        if (folder == null || System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        logging.getStatusManager().add(new NopStatusListener());
        for (String name : QUIET) {
            logging.getLogger(name).setLevel(Level.WARN);
        }
        // Logs every message; what fails is said by whoever asked.
        logging.getLogger("org.freedesktop").setLevel(Level.OFF);
        ch.qos.logback.classic.Logger root = logging.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(diary(logging, folder));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static RollingFileAppender<ILoggingEvent> diary(LoggerContext logging, String folder) {
        DiaryLayout layout = new DiaryLayout();
        layout.setContext(logging);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(logging);
        encoder.setLayout(layout);
        encoder.start();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setName("FILE");
        appender.setContext(logging);
        appender.setFile(folder + "/lane.log");
        appender.setEncoder(encoder);
        appender.setRollingPolicy(rolling(logging, folder, appender));
        appender.start();
        return appender;
    }

    private static SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling(
            LoggerContext logging, String folder, RollingFileAppender<ILoggingEvent> appender) {
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
        rolling.setContext(logging);
        rolling.setParent(appender);
        rolling.setFileNamePattern(folder + "/lane.%d{yyyy-MM-dd}.%i.log.gz");
        rolling.setMaxFileSize(new FileSize(10 * FileSize.MB_COEFFICIENT));
        rolling.setMaxHistory(DAYS);
        rolling.setTotalSizeCap(new FileSize(200 * FileSize.MB_COEFFICIENT));
        rolling.start();
        return rolling;
    }
}
