package com.euphoriapos.sync.planted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The classes of the replication and of its tests, with one source changed: a world of its own beside the real one. */
final class PlantedClasses extends ClassLoader {
    /** Where the sources are. */
    static final Path SOURCES = Path.of("..");

    private static final List<String> OURS =
            List.of("com.euphoriapos.sync.", "com.euphoriapos.store.sqlite.", "com.euphoriapos.core.");

    private final Map<String, byte[]> changed;

    private PlantedClasses(Map<String, byte[]> changed) {
        super(PlantedClasses.class.getClassLoader());
        this.changed = changed;
    }

    /** Everything as it is. */
    static PlantedClasses clean() {
        return new PlantedClasses(Map.of());
    }

    /** Compiles the bug. */
    static PlantedClasses with(PlantedBug bug) throws IOException {
        Path file = SOURCES.resolve(bug.file());
        return new PlantedClasses(compile(file, bug.plant(Files.readString(file))));
    }

    private static Map<String, byte[]> compile(Path file, String text) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Memory memory = new Memory(files);
            List<String> options =
                    List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"));
            JavaFileObject source = new Source(file.toAbsolutePath().toUri(), text);
            boolean compiled = compiler.getTask(complaints, memory, null, options, null, List.of(source))
                    .call();
            if (!compiled) {
                throw new AssertionError("the planted source does not compile:\n" + complaints);
            }
            Map<String, byte[]> classes = new HashMap<>();
            memory.classes.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }
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
        if (planted != null) {
            return defineClass(name, planted, 0, planted.length);
        }
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(URI uri, String text) {
            super(uri, Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            classes.put(name, bytes);
            return new SimpleJavaFileObject(URI.create("memory:/" + name.replace('.', '/') + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }
    }
}
