package com.euphoriapos.launcher;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.log.LogService;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/**
 * The container's log service, written into the lane's diary: without it Declarative Services would print on the console. A
 * proxy, because the OSGi loggers have twenty-odd methods that all mean the same.
 */
final class ContainerLog {
    private ContainerLog() {}

    static void register(BundleContext context) {
        InvocationHandler handler = (proxy, method, arguments) -> service(proxy, method, arguments);
        LogService service = (LogService)
                Proxy.newProxyInstance(ContainerLog.class.getClassLoader(), new Class<?>[] {LogService.class}, handler);
        context.registerService(
                new String[] {LogService.class.getName(), LoggerFactory.class.getName()}, service, null);
    }

    private static @Nullable Object service(Object proxy, Method method, Object @Nullable [] arguments) {
        List<Object> values = arguments == null ? List.of() : Arrays.asList(arguments);
        if (method.getName().equals("getLogger")) {
            Class<?> type = Logger.class;
            for (Object value : values) {
                if (value instanceof Class<?> wanted && Logger.class.isAssignableFrom(wanted)) {
                    type = wanted;
                }
            }
            org.slf4j.Logger target = org.slf4j.LoggerFactory.getLogger(name(values));
            return Proxy.newProxyInstance(
                    ContainerLog.class.getClassLoader(),
                    new Class<?>[] {type},
                    (logger, called, given) -> log(target, logger, called, given));
        }
        return common(proxy, method, values);
    }

    private static String name(List<Object> values) {
        for (Object value : values) {
            if (value instanceof String name) {
                return name;
            }
            if (value instanceof Bundle bundle && bundle.getSymbolicName() != null) {
                return bundle.getSymbolicName();
            }
            if (value instanceof Class<?> type && !Logger.class.isAssignableFrom(type)) {
                return type.getName();
            }
        }
        return "container";
    }

    private static @Nullable Object log(
            org.slf4j.Logger target, Object proxy, Method method, Object @Nullable [] arguments) {
        List<Object> values = arguments == null ? List.of() : Arrays.asList(arguments);
        switch (method.getName()) {
            case "getName":
                return target.getName();
            case "isTraceEnabled":
                return target.isTraceEnabled();
            case "isDebugEnabled":
                return target.isDebugEnabled();
            case "isInfoEnabled":
                return target.isInfoEnabled();
            case "isWarnEnabled":
                return target.isWarnEnabled();
            case "isErrorEnabled":
                return target.isErrorEnabled();
            case "trace":
                target.trace(text(values), rest(values));
                return null;
            case "debug":
                target.debug(text(values), rest(values));
                return null;
            case "info", "audit":
                target.info(text(values), rest(values));
                return null;
            case "warn":
                target.warn(text(values), rest(values));
                return null;
            case "error":
                target.error(text(values), rest(values));
                return null;
            default:
                return common(proxy, method, values);
        }
    }

    private static String text(List<Object> values) {
        return values.isEmpty() ? "" : String.valueOf(values.get(0));
    }

    private static Object[] rest(List<Object> values) {
        List<Object> rest = new ArrayList<>();
        for (Object value : values.subList(Math.min(1, values.size()), values.size())) {
            if (value instanceof Object[] several) {
                rest.addAll(Arrays.asList(several));
            } else {
                rest.add(value);
            }
        }
        return rest.toArray();
    }

    private static @Nullable Object common(Object proxy, Method method, List<Object> values) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == values.get(0);
            case "toString" -> "container log";
            default -> null;
        };
    }
}
