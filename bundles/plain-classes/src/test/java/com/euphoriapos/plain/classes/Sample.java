package com.euphoriapos.plain.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lambdas, method references and records of all kinds; what they give is compared before and after the rewriting. */
public final class Sample implements Supplier<List<String>> {
    private final String word = "word";

    record Empty() {}

    record All(
            boolean b, byte y, short s, char c, int i, long l, float f, double d, String t, int[] a, List<All> more) {}

    interface Greeter {
        String greet(String name);

        default Greeter twice() {
            return name -> greet(greet(name));
        }
    }

    private String own(String other, long number) {
        return word + other + number;
    }

    private static long half(int number) {
        return number / 2;
    }

    private static <T, R> R apply(Function<? super T, ? extends R> function, T value) {
        return function.apply(value);
    }

    @Override
    public List<String> get() {
        List<String> results = new ArrayList<>();
        lambdas(results);
        references(results);
        records(results);
        return results;
    }

    private void lambdas(List<String> results) {
        long captured = 1L << 40;
        double two = 2;
        byte small = 7;
        Supplier<Supplier<String>> nested = () -> () -> own("!", captured + small);
        results.add(nested.get().get());
        ToLongFunction<Integer> widened = i -> i;
        results.add(widened.applyAsLong(5) + " " + two);
        IntBinaryOperator sum = (a, b) -> a + b + (int) two;
        results.add(Integer.toString(sum.applyAsInt(1, 2)));
        Greeter greeter = name -> "hello " + name;
        results.add(greeter.twice().greet("you"));
        Runnable adds = () -> results.add("run");
        adds.run();
        results.add(
                new Object() {
                    Supplier<String> inside() {
                        return () -> word + captured;
                    }
                }.inside().get());
    }

    private void references(List<String> results) {
        BiFunction<String, Long, String> bound = this::own;
        results.add(bound.apply("?", 3L));
        ToLongFunction<Integer> unboxed = Sample::half;
        results.add(Long.toString(unboxed.applyAsLong(9)));
        Function<Integer, Long> boxed = Sample::half;
        results.add(apply(boxed, 11).toString());
        Function<String, Integer> length = String::length;
        results.add(apply(length, "four").toString());
        LongSupplier hash = "text"::hashCode;
        results.add(Long.toString(hash.getAsLong()));
        Supplier<Map<String, Integer>> made = TreeMap::new;
        results.add(made.get().toString());
        IntFunction<int[]> array = int[]::new;
        results.add(Integer.toString(array.apply(4).length));
        results.add(Stream.of("b", "a", "c")
                .sorted(String::compareTo)
                .map(String::toUpperCase)
                .collect(Collectors.joining(",")));
        results.add(Integer.toString(
                IntStream.range(0, 5).boxed().mapToInt(Integer::intValue).sum()));
        results.add(Stream.of(1, 2).map(Object::toString).toList().toString());
    }

    private static void records(List<String> results) {
        All one = all(1.5f, List.of());
        results.add(new Empty() + " " + new Empty().hashCode() + new Empty().equals(new Empty()));
        results.add(one.toString().replaceAll("\\[I@[0-9a-f]+", "ints"));
        results.add(one.equals(one) + " " + one.equals(all(2, List.of())) + one.equals(null) + one.equals("one"));
        All none = new All(false, (byte) 0, (short) 0, 'x', 0, 0, Float.NaN, -0.0, "", new int[0], List.of());
        All zero = new All(false, (byte) 0, (short) 0, 'x', 0, 0, Float.NaN, 0.0, "", none.a(), none.more());
        results.add(none.equals(zero) + " " + all(1, List.of(none)).equals(one));
        results.add(new Pair("a", 7).hashCode() + " " + new Pair("a", 7).equals(new Pair("a", 7)));
    }

    record Pair(String left, long right) {}

    private static All all(float f, List<All> more) {
        return new All(true, (byte) 1, (short) 2, 'c', 3, 4L, f, 2.5, "t", new int[] {1}, more);
    }
}
