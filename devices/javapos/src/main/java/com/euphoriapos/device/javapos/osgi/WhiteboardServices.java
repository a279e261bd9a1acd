package com.euphoriapos.device.javapos.osgi;

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jpos.JposConst;
import jpos.JposException;
import jpos.config.JposEntry;
import jpos.config.JposEntryRegistry;
import jpos.config.JposRegPopulator;
import jpos.config.simple.SimpleEntryRegistry;
import jpos.loader.JposServiceConnection;
import jpos.loader.JposServiceManager;
import jpos.loader.simple.SimpleServiceManager;
import jpos.profile.Profile;
import jpos.profile.ProfileException;
import jpos.profile.ProfileRegistry;
import jpos.util.JposProperties;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.FrameworkUtil;

/**
 * What the JavaPOS loader asks for services, named in {@code jpos.properties} and made once for the life of the bundle. The
 * standard class would look factories up by name in this bundle's class loader, where no driver is, and keep them for ever.
 * Without OSGi this one does what the standard class does, so that drivers also run from a flat class path.
 */
public final class WhiteboardServices implements JposServiceManager {
    private final JposProperties properties;
    private final SimpleServiceManager standard;
    private final @Nullable JposEntryRegistry own;
    private final Map<String, FactoryEntry> factories = new ConcurrentHashMap<>();

    /** Called by the JavaPOS loader. */
    public WhiteboardServices(JposProperties properties) {
        this.properties = properties;
        this.standard = new SimpleServiceManager(properties);
        this.own = insideOsgi() ? new SimpleEntryRegistry(new NoPopulator()) : null;
    }

    private static boolean insideOsgi() {
        try {
            return FrameworkUtil.getBundle(WhiteboardServices.class) != null;
        } catch (LinkageError e) {
            // The classes of OSGi are not even there.
            return false;
        }
    }

    void add(FactoryEntry factory) {
        factories.put(factory.logicalName(), factory);
        getEntryRegistry().addJposEntry(factory.logicalName(), factory.entry());
    }

    void remove(FactoryEntry factory) {
        if (factories.remove(factory.logicalName(), factory)) {
            getEntryRegistry().removeJposEntry(factory.entry());
        }
    }

    @Override
    public JposServiceConnection createConnection(String logicalName) throws JposException {
        FactoryEntry factory = factories.get(logicalName);
        if (factory != null) {
            return new FactoryConnection(factory);
        }
        if (own == null) {
            return standard.createConnection(logicalName);
        }
        throw new JposException(JposConst.JPOS_E_NOEXIST, "no driver offers a device named " + logicalName);
    }

    @Override
    public JposEntryRegistry getEntryRegistry() {
        return own == null ? standard.getEntryRegistry() : own;
    }

    @Override
    public JposProperties getProperties() {
        return properties;
    }

    @Override
    public JposRegPopulator getRegPopulator() {
        return getEntryRegistry().getRegPopulator();
    }

    @Override
    public ProfileRegistry getProfileRegistry() {
        return standard.getProfileRegistry();
    }

    @Override
    public Profile loadProfile(String name) throws ProfileException {
        return standard.loadProfile(name);
    }

    /** Does nothing inside OSGi: entries live as long as their services, and reading a file would throw them away. */
    @Override
    public void reloadEntryRegistry() {
        if (own == null) {
            standard.reloadEntryRegistry();
        }
    }

    /** A source of entries that has none. */
    private static final class NoPopulator implements JposRegPopulator {
        @Override
        public String getUniqueId() {
            return getClassName();
        }

        @Override
        public String getClassName() {
            return NoPopulator.class.getName();
        }

        @Override
        public String getName() {
            return "services";
        }

        @Override
        @SuppressWarnings("rawtypes")
        public void save(Enumeration entries) {}

        @Override
        @SuppressWarnings("rawtypes")
        public void save(Enumeration entries, String file) {}

        @Override
        public void load() {}

        @Override
        public void load(String file) {}

        @Override
        public @Nullable Exception getLastLoadException() {
            return null;
        }

        @Override
        public @Nullable URL getEntriesURL() {
            return null;
        }

        @Override
        public Enumeration<JposEntry> getEntries() {
            return Collections.emptyEnumeration();
        }

        @Override
        public boolean isComposite() {
            return false;
        }
    }
}
