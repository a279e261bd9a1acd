package com.euphoriapos.launcher;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LogbackServiceProvider;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Logback with the lane's diary, without Logback's own search for settings at each start. A {@code logback.xml} that somebody put
 * in wins: then Logback starts as it always does.
 */
public final class DiaryProvider implements SLF4JServiceProvider {
    private final LoggerContext diary = new LoggerContext();
    private final LogbackMDCAdapter values = new LogbackMDCAdapter();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final LogbackServiceProvider logback = new LogbackServiceProvider();
    private final boolean own;

    /** Made by SLF4J, which the launcher tells this class's name. */
    public DiaryProvider() {
        own = System.getProperty(Diary.FOLDER) != null && System.getProperty("logback.configurationFile") == null;
    }

    @Override
    public void initialize() {
        if (!own) {
            logback.initialize();
            return;
        }
        diary.setName("default");
        diary.setMDCAdapter(values);
        Diary.open(diary, System.getProperty(Diary.FOLDER, "."));
        diary.start();
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return own ? diary : logback.getLoggerFactory();
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return own ? markers : logback.getMarkerFactory();
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return own ? values : logback.getMDCAdapter();
    }

    @Override
    public String getRequestedApiVersion() {
        return logback.getRequestedApiVersion();
    }
}
