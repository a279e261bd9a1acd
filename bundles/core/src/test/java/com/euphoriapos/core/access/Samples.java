package com.euphoriapos.core.access;

import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Rate;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Arguments that nobody can object to before they look at who calls. */
final class Samples {
    private static final Map<Class<?>, Object> KNOWN = Map.ofEntries(
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(boolean.class, false),
            Map.entry(String.class, "1"),
            Map.entry(Path.class, Path.of("no-such-file.csv")),
            Map.entry(Optional.class, Optional.empty()),
            Map.entry(List.class, List.of()),
            Map.entry(Set.class, Set.of()),
            Map.entry(Map.class, Map.of()),
            Map.entry(Money.class, Money.ofCents(1_00)),
            Map.entry(Quantity.class, Quantity.ONE),
            Map.entry(Rate.class, Rate.ZERO),
            Map.entry(JournalRepository.Filter.class, JournalRepository.Filter.newest(1)));

    private Samples() {}

    static Object[] of(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(Samples::of).toArray();
    }

    private static Object of(Class<?> type) {
        Object known = KNOWN.get(type);
        if (known != null) {
            return known;
        }
        if (type == char[].class) {
            return "739155".toCharArray();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return record(type);
        }
        if (type.isInterface()) {
            return Proxy.newProxyInstance(
                    Samples.class.getClassLoader(),
                    new Class<?>[] {type},
                    (self, method, arguments) -> method.getReturnType() == boolean.class ? Boolean.FALSE : null);
        }
        throw new IllegalStateException("say in this class what a " + type.getName() + " may be");
    }

    private static Object record(Class<?> type) {
        Class<?>[] components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getConstructor(components)
                    .newInstance(Arrays.stream(components).map(Samples::of).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}
