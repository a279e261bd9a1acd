package com.euphoriapos.core.settings;

import com.euphoriapos.api.settings.PosConfig.Type;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.SaleHours;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The forms of all settings. Pure. */
final class Forms {
    private Forms() {}

    /** Yes or no. */
    static Form yesNo() {
        return new YesNo();
    }

    /** A percentage, stored in parts per million. */
    static Form percent() {
        return new Percent();
    }

    /** A text of one line with so many characters. */
    static Form text(int min, int max) {
        return new Text(min, max);
    }

    /** At most so many lines of at most so many characters. */
    static Form lines(int linesMax, int max) {
        return new Lines(linesMax, max);
    }

    /** A whole number within these bounds, both inclusive. */
    static Form number(long min, long max) {
        return new Number(min, max);
    }

    /** A time zone by its name in the tz database. */
    static Form zone() {
        return new Zone();
    }

    /** Hours of the week, empty for always. */
    static Form hours() {
        return new Hours();
    }

    /** One of these words. */
    static Form choice(List<String> words) {
        return new Choice(List.copyOf(words));
    }

    /** What is stored as the text that it is. */
    private interface TextForm extends Form {
        @Override
        default String json(String canonical) {
            return Json.text(json -> json.writeString(canonical));
        }

        @Override
        default String text(Object json) {
            return canonical(of(json, String.class));
        }
    }

    private record Choice(List<String> choices) implements TextForm {
        @Override
        public Type type() {
            return Type.CHOICE;
        }

        @Override
        public String canonical(String typed) {
            String word = typed.strip();
            if (!choices.contains(word)) {
                throw new IllegalArgumentException(
                        "It is one of " + String.join(", ", choices) + ", not \"" + word + "\".");
            }
            return word;
        }
    }

    private record YesNo() implements Form {
        @Override
        public Type type() {
            return Type.YES_NO;
        }

        @Override
        public String canonical(String typed) {
            String word = typed.strip();
            if (word.equals("true") || word.equals("false")) {
                return word;
            }
            throw new IllegalArgumentException("It is true or false, not \"" + word + "\".");
        }

        @Override
        public String json(String canonical) {
            return canonical;
        }

        @Override
        public String text(Object json) {
            return of(json, Boolean.class).toString();
        }
    }

    private record Percent() implements Form {
        @Override
        public Type type() {
            return Type.PERCENT;
        }

        @Override
        public String canonical(String typed) {
            try {
                return Rate.ofPercent(typed.strip()).percent();
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "It is a percentage from 0 to 100 with at most four decimals, such as 8.875.");
            }
        }

        @Override
        public String json(String canonical) {
            return Long.toString(Rate.ofPercent(canonical).partsPerMillion());
        }

        @Override
        public String text(Object json) {
            return new Rate(of(json, Long.class)).percent();
        }
    }

    private record Text(int min, int max) implements TextForm {
        @Override
        public Type type() {
            return Type.TEXT;
        }

        @Override
        public String canonical(String typed) {
            String text = typed.strip();
            if (text.length() < min) {
                throw new IllegalArgumentException("It must not be empty.");
            }
            return printable(text, max);
        }

        @Override
        public String text(Object json) {
            return of(json, String.class);
        }
    }

    private record Lines(int linesMax, int max) implements Form {
        @Override
        public Type type() {
            return Type.LINES;
        }

        @Override
        public String canonical(String typed) {
            List<String> lines = new ArrayList<>();
            for (String line : typed.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)) {
                lines.add(printable(line.strip(), max));
            }
            while (!lines.isEmpty() && lines.get(0).isEmpty()) {
                lines.remove(0);
            }
            while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
                lines.remove(lines.size() - 1);
            }
            if (lines.size() > linesMax) {
                throw new IllegalArgumentException("It has at most " + linesMax + " lines.");
            }
            return String.join("\n", lines);
        }

        @Override
        public String json(String canonical) {
            return Json.text(json -> {
                json.writeStartArray();
                if (!canonical.isEmpty()) {
                    for (String line : canonical.split("\n", -1)) {
                        json.writeString(line);
                    }
                }
                json.writeEndArray();
            });
        }

        @Override
        public String text(Object json) {
            List<String> lines = new ArrayList<>();
            for (Object line : of(json, List.class)) {
                lines.add(of(line, String.class));
            }
            return String.join("\n", lines);
        }
    }

    private record Number(long min, long max) implements Form {
        @Override
        public Type type() {
            return Type.WHOLE_NUMBER;
        }

        @Override
        public String canonical(String typed) {
            try {
                return Long.toString(inRange(Long.parseLong(typed.strip())));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("It is a whole number from " + min + " to " + max + ".");
            }
        }

        @Override
        public String json(String canonical) {
            return canonical;
        }

        @Override
        public String text(Object json) {
            return Long.toString(inRange(of(json, Long.class)));
        }

        private long inRange(long number) {
            if (number < min || number > max) {
                throw new IllegalArgumentException(number + " is not from " + min + " to " + max);
            }
            return number;
        }
    }

    private record Zone() implements TextForm {
        @Override
        public Type type() {
            return Type.TEXT;
        }

        @Override
        public String canonical(String typed) {
            try {
                return ZoneId.of(typed.strip()).getId();
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "\"" + typed.strip() + "\" is no time zone; they look like America/New_York.");
            }
        }
    }

    private record Hours() implements TextForm {
        @Override
        public Type type() {
            return Type.TEXT;
        }

        @Override
        public String canonical(String typed) {
            return SaleHours.parse(typed).text();
        }
    }

    private static <T> T of(Object json, Class<T> type) {
        if (!type.isInstance(json)) {
            throw new IllegalArgumentException("not a " + type.getSimpleName());
        }
        return type.cast(json);
    }

    /** What a receipt can print and a database can keep. */
    private static String printable(String line, int max) {
        if (line.codePointCount(0, line.length()) > max) {
            throw new IllegalArgumentException("A line has at most " + max + " characters.");
        }
        boolean unprintable = line.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        if (unprintable) {
            throw new IllegalArgumentException("It holds a character that can't be printed.");
        }
        return line;
    }
}
