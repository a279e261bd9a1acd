package com.euphoriapos.sync.protocol;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sun.reflect.ReflectionFactory;

/** Copies the state of a small world whole, and tells whether two are the same, without the protocol's help. For one thread. */
final class ObjectGraph {
    private static final int VALUES_MAX = 1_000_000;
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private final Map<Class<?>, List<Field>> fields = new HashMap<>();
    private final Map<Class<?>, Constructor<?>> makers = new HashMap<>();
    /** Of records; by identity, because comparing them costs more than counting them again. */
    private final Map<Object, Long> values = new IdentityHashMap<>();

    /** A copy that shares only what can't change. */
    <T> T copy(T object) {
        @SuppressWarnings("unchecked")
        T copy = (T) copy(object, new IdentityHashMap<>());
        return copy;
    }

    private Object copy(@Nullable Object object, Map<Object, Object> done) {
        if (object == null || isValue(object)) {
            return object;
        }
        Object known = done.get(object);
        if (known != null) {
            return known;
        }
        if (object instanceof Map<?, ?> map) {
            Map<Object, Object> copy = map instanceof SortedMap ? new TreeMap<>() : new LinkedHashMap<>();
            done.put(object, copy);
            map.forEach((key, value) -> copy.put(key, copy(value, done)));
            return copy;
        }
        if (object instanceof Collection<?> many) {
            Collection<Object> copy = like(many);
            done.put(object, copy);
            many.forEach(each -> copy.add(copy(each, done)));
            return copy;
        }
        return copyOfFields(object, done);
    }

    private static Collection<Object> like(Collection<?> many) {
        if (many instanceof ArrayDeque<?>) {
            return new ArrayDeque<>();
        }
        return many instanceof TreeSet<?>
                ? new TreeSet<>()
                : many instanceof HashSet<?> ? new HashSet<>() : new ArrayList<>();
    }

    private Object copyOfFields(Object object, Map<Object, Object> done) {
        try {
            Object copy = maker(object.getClass()).newInstance();
            done.put(object, copy);
            for (Field field : fieldsOf(object.getClass())) {
                field.set(copy, copy(field.get(object), done));
            }
            return copy;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Records, texts, numbers and what the libraries made unchangeable. */
    private static boolean isValue(Object object) {
        return object instanceof Record
                || object instanceof String
                || object instanceof Number
                || object instanceof Boolean
                || object instanceof Enum<?>
                || object instanceof Optional<?> optional && (optional.isEmpty() || isValue(optional.get()))
                || object.getClass().getName().startsWith("java.util.ImmutableCollections");
    }

    private Constructor<?> maker(Class<?> type) {
        return makers.computeIfAbsent(type, t -> {
            try {
                return ReflectionFactory.getReflectionFactory()
                        .newConstructorForSerialization(t, Object.class.getDeclaredConstructor());
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    private List<Field> fieldsOf(Class<?> type) {
        return fields.computeIfAbsent(type, t -> {
            List<Field> found = new ArrayList<>();
            for (Field field : t.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    found.add(field);
                }
            }
            return found;
        });
    }

    /** The same number for the same state. */
    long digest(Object object) {
        return digest(object, 17, new IdentityHashMap<>());
    }

    private long digest(@Nullable Object object, long before, Map<Object, Object> seen) {
        if (object == null) {
            return mix(before, 1);
        }
        if (isValue(object)) {
            return mix(before, ofValue(object));
        }
        if (seen.put(object, object) != null) {
            return mix(before, 2);
        }
        long digest = mix(before, 3);
        if (object instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                digest = digest(entry.getValue(), digest(entry.getKey(), digest, seen), seen);
            }
        } else if (object instanceof Collection<?> many) {
            Collection<?> ordered = many instanceof HashSet<?> ? new TreeSet<>(many) : many;
            for (Object each : ordered) {
                digest = digest(each, digest, seen);
            }
        } else {
            digest = ofFields(object, digest, seen);
        }
        return mix(digest, 4);
    }

    private long ofFields(Object object, long before, Map<Object, Object> seen) {
        try {
            long digest = before;
            for (Field field : fieldsOf(object.getClass())) {
                digest = digest(field.get(object), digest, seen);
            }
            return digest;
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private long ofValue(Object value) {
        if (!(value instanceof Record)) {
            return ofText(value);
        }
        if (values.size() > VALUES_MAX) {
            values.clear();
        }
        return values.computeIfAbsent(value, ObjectGraph::ofText);
    }

    private static long ofText(Object value) {
        long digest = 31;
        String text = value.getClass().getName() + value;
        for (int i = 0; i < text.length(); i++) {
            digest = (digest ^ text.charAt(i)) * 0x100000001B3L;
        }
        return digest;
    }

    private static long mix(long before, long next) {
        long mixed = (before ^ next * PRIME) * 0xBF58476D1CE4E5B9L;
        return mixed ^ mixed >>> 29;
    }
}
