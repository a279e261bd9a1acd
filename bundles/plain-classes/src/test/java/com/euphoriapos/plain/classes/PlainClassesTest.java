package com.euphoriapos.plain.classes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PlainClassesTest {
    @Test
    void rewrittenClassesDoWhatTheyDid() throws Exception {
        Map<String, byte[]> classes = sample();

        assertTrue(PlainClasses.rewrite(classes));

        Class<?> rewritten = new Loader(classes).loadClass(Sample.class.getName());
        assertNotSame(Sample.class, rewritten);
        Supplier<?> made = (Supplier<?>) rewritten.getConstructor().newInstance();
        assertEquals(new Sample().get(), made.get());
        assertTrue(classes.keySet().stream().anyMatch(name -> name.contains("$$Plain")));
    }

    @Test
    void leavesAloneWhatIsRewritten() throws Exception {
        Map<String, byte[]> classes = sample();
        PlainClasses.rewrite(classes);

        assertFalse(PlainClasses.rewrite(classes));
    }

    @Test
    void aComponentWithoutNamedSettingsLooksForNone() {
        String plain = "<scr:component name=\"a.B\"/>";
        String named = "<scr:component name=\"a.B\" configuration-pid=\"b\"/>";
        String wants = "<scr:component name=\"a.B\" configuration-policy=\"require\"/>";
        Map<String, byte[]> jar = new LinkedHashMap<>();
        jar.put("OSGI-INF/a.B.xml", plain.getBytes(StandardCharsets.UTF_8));
        jar.put("OSGI-INF/a.C.xml", named.getBytes(StandardCharsets.UTF_8));
        jar.put("OSGI-INF/a.D.xml", wants.getBytes(StandardCharsets.UTF_8));
        jar.put("a/OSGI-INF/a.B.xml", plain.getBytes(StandardCharsets.UTF_8));

        assertTrue(PlainClasses.rewrite(jar));

        assertEquals(
                "<scr:component configuration-policy=\"ignore\" name=\"a.B\"/>", text(jar.get("OSGI-INF/a.B.xml")));
        assertEquals(named, text(jar.get("OSGI-INF/a.C.xml")));
        assertEquals(wants, text(jar.get("OSGI-INF/a.D.xml")));
        assertEquals(plain, text(jar.get("a/OSGI-INF/a.B.xml")));
        assertFalse(PlainClasses.rewrite(jar));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> sample() throws IOException, URISyntaxException {
        String name = Sample.class.getPackageName().replace('.', '/');
        Path folder = Path.of(Optional.ofNullable(Sample.class.getResource("Sample.class"))
                        .orElseThrow()
                        .toURI())
                .getParent();
        Map<String, byte[]> classes = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("Sample"))
                    .toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    classes.put(name + "/" + file.getFileName(), in.readAllBytes());
                }
            }
        }
        return classes;
    }

    /** Has only the given classes and Java's own. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(ClassLoader.getPlatformClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] code = classes.get(name.replace('.', '/') + ".class");
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, code, 0, code.length);
        }
    }
}
