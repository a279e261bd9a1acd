package com.euphoriapos.sync.planted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

/** Plants bugs: compiles the one source that a bug changes against all classes as they are, in memory. One bug after the other. */
final class Nursery implements AutoCloseable {
    /** Where the sources are. */
    static final Path SOURCES = Path.of("..");

    private final PlantedClasses.Originals originals = new PlantedClasses.Originals();
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    /** Looks into the archives of the class path once for all bugs. */
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);

    /** Everything as it is. */
    PlantedClasses clean() {
        return new PlantedClasses(originals, Map.of());
    }

    /** Everything as it is, but for the bug. */
    synchronized PlantedClasses with(PlantedBug bug) throws IOException {
        Path file = SOURCES.resolve(bug.file());
        return new PlantedClasses(originals, compile(file, bug.plant(Files.readString(file))));
    }

    private Map<String, byte[]> compile(Path file, String text) {
        StringWriter complaints = new StringWriter();
        Memory memory = new Memory(files);
        List<String> options = List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"));
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

    @Override
    public void close() throws IOException {
        files.close();
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
