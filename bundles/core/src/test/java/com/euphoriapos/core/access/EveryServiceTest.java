package com.euphoriapos.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.access.Requires;
import com.euphoriapos.api.access.Unrestricted;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.domain.Authority;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Calls every use case of every service without the right to it. What is to be tested is found, not listed: a new service, method
 * or implementation is in this test without a change of it, and fails it until it says whom it serves and asserts that.
 */
final class EveryServiceTest {
    private static final String NOBODY = "Nobody is signed in.";

    @Test
    void everyMethodSaysWhomItServes() {
        List<String> silent = new ArrayList<>();
        for (Class<?> service : ApiServices.services()) {
            for (Method method : ApiServices.methods(service)) {
                Unrestricted open = method.getAnnotation(Unrestricted.class);
                boolean says = method.isAnnotationPresent(Requires.class)
                        ^ (open != null && !open.value().isBlank());
                if (!says) {
                    silent.add(name(service, method));
                }
            }
        }
        assertEquals(List.of(), silent, "say @Requires, or @Unrestricted and why");
    }

    @Test
    void theServicesAreFound() {
        List<Class<?>> services = ApiServices.services();
        assertTrue(services.contains(Checkout.class), services.toString());
        assertTrue(services.size() >= 18, services.toString());
    }

    @TestFactory
    Stream<DynamicTest> refusesWhoMayNotAndTouchesNothing() {
        return guarded().flatMap(call -> strangers(call).stream()
                .map(stranger -> dynamicTest(call + " refuses " + stranger, () -> refuses(call, stranger))));
    }

    @TestFactory
    Stream<DynamicTest> letsThroughWhoHasOneOfThePermissions() {
        return guarded().filter(call -> !call.requires().orApproval()).flatMap(call -> Arrays.stream(
                        call.requires().value())
                .map(permission -> dynamicTest(call + " serves " + permission, () -> serves(call, permission))));
    }

    /** A method of a class that fulfils a contract. */
    private record Call(Class<?> implementation, Class<?> service, Method method) {
        Requires requires() {
            return method.getAnnotation(Requires.class);
        }

        /** What it answers, or throws, in one sentence, as far as it is a refusal. */
        Optional<String> refusal(Lane lane, Object target, boolean atTheConsole) {
            try {
                return atTheConsole ? lane.guard().run(() -> sentence(invoked(target))) : sentence(invoked(target));
            } catch (ForbiddenException forbidden) {
                return Optional.of(String.valueOf(forbidden.getMessage()));
            }
        }

        private @Nullable Object invoked(Object target) {
            try {
                return method.invoke(target, Samples.of(method));
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String toString() {
            return name(service, method) + " of " + implementation.getSimpleName();
        }
    }

    /** Somebody who may not: nobody, the console, or a person. */
    private record Stranger(String name, Optional<Operator> operator, boolean atTheConsole) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Call> guarded() {
        return ApiServices.services().stream().flatMap(service -> {
            List<Method> methods = ApiServices.methods(service).stream()
                    .filter(method -> method.isAnnotationPresent(Requires.class))
                    .toList();
            List<Class<?>> implementations = ApiServices.implementations(service);
            assertFalse(!methods.isEmpty() && implementations.isEmpty(), "the core fulfils no " + service.getName());
            return implementations.stream()
                    .flatMap(type -> methods.stream().map(method -> new Call(type, service, method)));
        });
    }

    private static List<Stranger> strangers(Call call) {
        Set<Permission> needed = EnumSet.copyOf(List.of(call.requires().value()));
        List<Stranger> strangers = new ArrayList<>();
        strangers.add(new Stranger("nobody", Optional.empty(), false));
        if (Guard.NEEDS_A_PERSON.containsAll(needed)) {
            strangers.add(new Stranger("the console", Optional.empty(), true));
        }
        for (Role role : Role.values()) {
            Operator operator = new Operator("employee-1", "Dana", "Reyes", role);
            if (needed.stream().noneMatch(operator::may)) {
                strangers.add(new Stranger("a " + role.title(), Optional.of(operator), false));
                strangers.add(new Stranger("a " + role.title() + " at the console", Optional.of(operator), true));
            }
        }
        Operator almost = somebody(EnumSet.complementOf(EnumSet.copyOf(needed)));
        strangers.add(new Stranger("somebody who may all but this", Optional.of(almost), false));
        return strangers;
    }

    private static Operator somebody(Set<Permission> permissions) {
        Authority authority =
                new Authority(permissions, Authority.FULL.largestPercent(), Authority.FULL.largestAmount());
        return new Operator("employee-1", "Dana", "Reyes", Role.OWNER, authority);
    }

    private static void refuses(Call call, Stranger stranger) {
        try (Lane lane = new Lane()) {
            Object target = lane.make(call.implementation());
            Preparation.of(lane, target);
            lane.signedIn(stranger.operator());
            lane.watch();
            String sentence = refusal(call, lane, target, stranger)
                    .orElseThrow(() -> new AssertionError(call + " did not refuse " + stranger));
            assertTrue(says(sentence, call, stranger), sentence);
            assertEquals(List.of(), lane.touched(), "nothing is read or written for " + stranger);
        }
    }

    private static Optional<String> refusal(Call call, Lane lane, Object target, Stranger stranger) {
        try {
            return call.refusal(lane, target, stranger.atTheConsole());
        } catch (RuntimeException reached) {
            throw new AssertionError(call + " goes on for " + stranger + ": " + reached.getMessage(), reached);
        }
    }

    /** Whether it says who is meant and who may; what an approval can allow may say its own why. */
    private static boolean says(String sentence, Call call, Stranger stranger) {
        if (stranger.operator().isEmpty()) {
            return sentence.equals(NOBODY) || sentence.startsWith("The console may not ");
        }
        return sentence.matches("Dana R\\. may not .+; .+ may\\.")
                || call.requires().orApproval() && !sentence.isBlank();
    }

    private static void serves(Call call, Permission permission) {
        try (Lane lane = new Lane()) {
            Object target = lane.make(call.implementation());
            lane.signedIn(Optional.of(somebody(EnumSet.of(permission))));
            lane.watch();
            Optional<String> refusal;
            try {
                refusal = call.refusal(lane, target, false);
            } catch (RuntimeException reached) {
                // It went on, and found that everything is watched.
                refusal = Optional.empty();
            }
            assertFalse(refusal.orElse("").contains("may not"), refusal.orElse(""));
        }
    }

    /** The sentence of a refusal: a record that is called one, or has a component that says why it was refused. */
    private static Optional<String> sentence(@Nullable Object result) {
        if (result == null || !result.getClass().isRecord()) {
            return Optional.empty();
        }
        boolean refusal = Set.of("Forbidden", "Refused", "NeedsApproval")
                .contains(result.getClass().getSimpleName());
        for (RecordComponent component : result.getClass().getRecordComponents()) {
            Object value = valueOf(component, result);
            if (value instanceof String text && refusal) {
                return Optional.of(text);
            }
            if (value instanceof Record request && refusal) {
                return why(request);
            }
            if (component.getName().equals("refused") && value instanceof Optional<?> reason && reason.isPresent()) {
                return Optional.of(String.valueOf(reason.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> why(Record request) {
        return Arrays.stream(request.getClass().getRecordComponents())
                .filter(component -> component.getName().equals("why"))
                .map(component -> String.valueOf(valueOf(component, request)))
                .findFirst();
    }

    private static @Nullable Object valueOf(RecordComponent component, Object of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Class<?> service, Method method) {
        return service.getSimpleName() + "." + method.getName() + "/" + method.getParameterCount();
    }
}
