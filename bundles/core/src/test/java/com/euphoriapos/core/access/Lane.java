package com.euphoriapos.core.access;

import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.core.fixture.Shop;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.testkit.MemoryStore;
import com.euphoriapos.testkit.PassingStore;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Makes real use cases as the component runtime does, by their public constructors, and notes whatever they reach for: the store,
 * the secrets, devices, other services. The store works until {@link #watch}; from then on it serves nobody.
 */
final class Lane implements AutoCloseable {
    private final MemoryStore store = new MemoryStore();
    private final Map<Class<?>, Object> made = new HashMap<>();
    private final List<String> touched = new CopyOnWriteArrayList<>();
    private volatile Optional<Operator> operator = Optional.empty();
    private volatile boolean watching;

    /** Something was reached for that only who may reaches. */
    static final class Touched extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Touched(String what) {
            super(what);
        }
    }

    Lane() {
        made.put(Store.class, new WatchedStore());
        made.put(Session.class, proxy(Session.class, this::session));
        made.put(Settings.class, Shop.settings());
    }

    /** Puts somebody at the register, or nobody. */
    void signedIn(Optional<Operator> somebody) {
        operator = somebody;
    }

    /** From now on nothing may be reached for. */
    void watch() {
        touched.clear();
        watching = true;
    }

    /** What was reached for since then. */
    List<String> touched() {
        return List.copyOf(touched);
    }

    Store store() {
        return store;
    }

    Guard guard() {
        return (Guard) make(Guard.class);
    }

    /** The use case with all that it needs. */
    Object make(Class<?> type) {
        Object known = made.get(type);
        if (known != null) {
            return known;
        }
        Object fresh = type.isInterface() ? ofInterface(type) : constructed(type);
        made.put(type, fresh);
        return fresh;
    }

    /** What the core keeps to itself is real; everything else is only a way out of the use case, and watched. */
    private Object ofInterface(Class<?> type) {
        boolean internal = type.getPackageName().startsWith("com.euphoriapos.core") && !type.isAnnotation();
        List<Class<?>> real = internal ? ApiServices.implementations(type) : List.of();
        return real.size() == 1 ? make(real.get(0)) : proxy(type, (self, method, arguments) -> other(method));
    }

    private Object constructed(Class<?> type) {
        Constructor<?>[] constructors = type.getConstructors();
        if (constructors.length != 1) {
            throw new IllegalStateException(type.getName() + " has not one public constructor");
        }
        Object[] arguments = Arrays.stream(constructors[0].getParameterTypes())
                .map(this::make)
                .toArray();
        try {
            return constructors[0].newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type.getName() + " could not be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    /** Stops what was made as the component runtime does, so that no thread stays. */
    @Override
    public void close() {
        watching = false;
        for (Object object : made.values()) {
            Arrays.stream(object.getClass().getDeclaredMethods())
                    .filter(method -> method.getName().equals("stop") && method.getParameterCount() == 0)
                    .forEach(method -> stop(object, method));
        }
    }

    private static void stop(Object object, Method method) {
        try {
            method.setAccessible(true);
            method.invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("could not stop " + object, e);
        }
    }

    private @Nullable Object session(Object self, Method method, Object @Nullable [] arguments) {
        return method.getName().equals("current") ? operator : nothing(method);
    }

    private @Nullable Object other(Method method) {
        if (method.getDeclaringClass().isAnnotation()) {
            return method.getDefaultValue();
        }
        boolean listening = method.getName().startsWith("addListener");
        if (watching && !listening) {
            throw touch(method.getDeclaringClass().getSimpleName() + "." + method.getName());
        }
        return nothing(method);
    }

    private Touched touch(String what) {
        touched.add(what);
        return new Touched(what);
    }

    private static @Nullable Object nothing(Method method) {
        Class<?> result = method.getReturnType();
        if (result == Optional.class) {
            return Optional.empty();
        }
        if (result == List.class) {
            return List.of();
        }
        return result == boolean.class ? Boolean.FALSE : null;
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(Lane.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            if (method.getDeclaringClass() != Object.class) {
                return handler.invoke(self, method, arguments);
            }
            return switch (method.getName()) {
                case "equals" -> self == arguments[0];
                case "hashCode" -> System.identityHashCode(self);
                default -> "a " + type.getSimpleName();
            };
        });
    }

    /** Serves until it is watched. */
    private final class WatchedStore extends PassingStore {
        WatchedStore() {
            super(store);
        }

        @Override
        public <T> T write(Priority priority, Work<T> work) {
            if (watching) {
                throw touch("a write to the store");
            }
            return super.write(priority, work);
        }

        @Override
        public <T> T apply(Priority priority, Work<T> work) {
            if (watching) {
                throw touch("a write to the store");
            }
            return super.apply(priority, work);
        }

        @Override
        public <T> T read(Work<T> query) {
            if (watching) {
                throw touch("a read of the store");
            }
            return super.read(query);
        }
    }
}
