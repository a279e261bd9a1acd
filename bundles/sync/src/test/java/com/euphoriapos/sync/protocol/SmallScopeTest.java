package com.euphoriapos.sync.protocol;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.sync.protocol.SmallWorld.Scope;
import com.euphoriapos.sync.protocol.SmallWorld.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Tries every order of the few things that happen in a small scope, each state once: what a seed does not think of. A larger scope:
 * {@code -Dscope=LANES,EVENTS,CRASHES,LIES,LOSSES,FAILURES,TICKS}.
 */
class SmallScopeTest {
    private static final long STATES_MAX = Long.getLong("scope.states", 40_000_000);

    private record Node(SmallWorld world, List<Step> steps, int depth) {}

    private final ObjectGraph graph = new ObjectGraph();

    @Test
    void twoLanesAgreeInEveryOrderOfACrashAndALoss() {
        assertTrue(states(scope(new Scope(2, 2, 1, 0, 1, 0, 1))) > 10_000);
    }

    @Test
    void twoLanesAgreeInEveryOrderOfALieAndAFailure() {
        assertTrue(states(new Scope(2, 2, 0, 1, 0, 1, 1)) > 5_000);
    }

    @Test
    void threeLanesAgreeInEveryOrderOfACrash() {
        assertTrue(states(new Scope(3, 1, 0, 0, 0, 0, 0)) > 5_000);
    }

    private static Scope scope(Scope usual) {
        String asked = System.getProperty("scope", "");
        if (asked.isEmpty()) {
            return usual;
        }
        int[] numbers =
                Arrays.stream(asked.split(",")).mapToInt(Integer::parseInt).toArray();
        return new Scope(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]);
    }

    /** Goes through all states, deepest first; returns how many there are. */
    private long states(Scope scope) {
        long began = System.nanoTime();
        Set<Long> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>();
        long quiet = 0;
        SmallWorld beginning = new SmallWorld(scope);
        seen.add(graph.digest(beginning));
        open.push(new Node(beginning, List.of(), 0));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node.world().isQuiet()) {
                quiet++;
                checked(node, SmallWorld::settle, graph.copy(node.world()));
            }
            for (Step step : node.world().next()) {
                SmallWorld world = graph.copy(node.world());
                List<Step> steps = new ArrayList<>(node.steps());
                steps.add(step);
                Node after = new Node(world, steps, node.depth() + 1);
                checked(after, each -> each.take(step), world);
                if (seen.add(graph.digest(world))) {
                    open.push(after);
                }
            }
            assertTrue(seen.size() <= STATES_MAX, "more states than are allowed: " + seen.size());
        }
        System.out.println("small scope: " + scope + ", " + seen.size() + " states, " + quiet + " of them quiet, in "
                + (System.nanoTime() - began) / 1_000_000 + " ms");
        return seen.size();
    }

    private static void checked(Node node, Consumer<SmallWorld> action, SmallWorld world) {
        try {
            action.accept(world);
        } catch (AssertionError | RuntimeException wrong) {
            throw new AssertionError(wrong.getMessage() + " after " + node.steps(), wrong);
        }
    }
}
