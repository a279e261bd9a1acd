package com.euphoriapos.sync.planted;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The classes of the replication and of its tests, with one source changed: a world of its own beside the real one. */
final class PlantedClasses extends ClassLoader {
    private static final List<String> OURS =
            List.of("com.euphoriapos.sync.", "com.euphoriapos.store.sqlite.", "com.euphoriapos.core.");

    /** What all worlds have in common, read once. */
    static final class Originals {
        private final Map<String, byte[]> classes = new ConcurrentHashMap<>();

        private byte[] bytes(String name) throws ClassNotFoundException {
            byte[] known = classes.get(name);
            if (known != null) {
                return known;
            }
            ClassLoader loader = PlantedClasses.class.getClassLoader();
            try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                classes.put(name, bytes);
                return bytes;
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }

    private final Originals originals;
    private final Map<String, byte[]> changed;

    /** @param changed classes that take the place of the originals, by name */
    PlantedClasses(Originals originals, Map<String, byte[]> changed) {
        super(PlantedClasses.class.getClassLoader());
        this.originals = originals;
        this.changed = changed;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (OURS.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : defined(name);
        }
    }

    private Class<?> defined(String name) throws ClassNotFoundException {
        byte[] planted = changed.get(name);
        byte[] bytes = planted != null ? planted : originals.bytes(name);
        return defineClass(name, bytes, 0, bytes.length);
    }
}
