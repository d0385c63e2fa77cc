package org.slf4j.impl;

import io.github.ghpackages.http.ForeignLogging;
import org.slf4j.ILoggerFactory;
import org.slf4j.spi.LoggerFactoryBinder;

/** By this very name SLF4J 1.7, which is on the class path of the tests, finds its backend. */
public final class StaticLoggerBinder implements LoggerFactoryBinder {

    private static final StaticLoggerBinder ONLY = new StaticLoggerBinder();

    private StaticLoggerBinder() {}

    public static StaticLoggerBinder getSingleton() {
        return ONLY;
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return ForeignLogging::logger;
    }

    @Override
    public String getLoggerFactoryClassStr() {
        return ForeignLogging.class.getName();
    }
}
