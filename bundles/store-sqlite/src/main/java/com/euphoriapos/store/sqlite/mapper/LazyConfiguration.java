package com.euphoriapos.store.sqlite.mapper;

import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;

/** Reads the statements of a mapper when the first session asks for it: reading all of them took a good part of a start. */
final class LazyConfiguration extends Configuration {
    @Override
    public <T> T getMapper(Class<T> type, SqlSession session) {
        synchronized (mapperRegistry) {
            if (!hasMapper(type)) {
                addMapper(type);
            }
            return super.getMapper(type, session);
        }
    }
}
