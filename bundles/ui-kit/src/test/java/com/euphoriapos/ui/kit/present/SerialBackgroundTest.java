package com.euphoriapos.ui.kit.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SerialBackgroundTest {
    private final List<Object> answers = Collections.synchronizedList(new ArrayList<>());

    @Test
    void answersInTheOrderOfTheQuestions() {
        try (SerialBackground background = new SerialBackground("test-background", 100, new DirectUiThread())) {
            for (int i = 0; i < 50; i++) {
                int number = i;
                background.run(() -> number, answers::add, answers::add);
            }
        }
        assertEquals(IntStream.range(0, 50).boxed().toList(), answers);
    }

    @Test
    void aFailureIsAnAnswerToo() {
        try (SerialBackground background = new SerialBackground("test-background", 100, new DirectUiThread())) {
            background.run(
                    () -> {
                        throw new IllegalStateException("no");
                    },
                    answers::add,
                    answers::add);
        }
        assertInstanceOf(IllegalStateException.class, answers.get(0));
    }

    @Test
    void refusesWhatIsTooMuchAndSaysSo() {
        CountDownLatch held = new CountDownLatch(1);
        try (SerialBackground background = new SerialBackground("test-background", 1, new DirectUiThread())) {
            for (int i = 0; i < 10; i++) {
                background.run(
                        () -> {
                            held.await();
                            return "done";
                        },
                        answers::add,
                        answers::add);
            }
            held.countDown();
        }
        assertEquals(10, answers.size());
        assertEquals(
                true,
                answers.stream()
                                .filter(RejectedExecutionException.class::isInstance)
                                .count()
                        >= 8);
    }
}
