package org.openwaybill;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as values of the library: {@code Map}, {@code List}, {@code String}, {@code Long}, {@code Double},
 * {@code Boolean} and {@code null}. Java 8 has none of its own.
 */
public final class Json {
    /** Deeper than any message; a text of a million brackets must not end the thread. */
    private static final int DEEPEST = 200;
    /** A number of more digits may not fit a long. */
    private static final int DIGITS_OF_LONG = 18;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** The value of a text in UTF-8. */
    public static Object read(byte[] utf8) {
        try {
            return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
        } catch (CharacterCodingException wrong) {
            throw new JsonException("The text is no UTF-8.");
        }
    }

    /** The value of a text. */
    public static Object read(String text) {
        Json reader = new Json(text);
        Object value = reader.value(0);
        if (reader.next() != 0) {
            throw reader.wrong("the end");
        }
        return value;
    }

    /** A value as compact JSON, every character as itself. */
    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw wrong("a value that is not as deep");
        }
        switch (next()) {
            case '{':
                return object(depth);
            case '[':
                return list(depth);
            case '"':
                return string();
            case 't':
                return word("true", Boolean.TRUE);
            case 'f':
                return word("false", Boolean.FALSE);
            case 'n':
                return word("null", null);
            default:
                return number();
        }
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> found = new LinkedHashMap<>();
        at++;
        if (isTaken('}')) {
            return found;
        }
        do {
            if (next() != '"') {
                throw wrong("the name of a member");
            }
            String name = string();
            take(':');
            found.put(name, value(depth + 1));
        } while (isTaken(','));
        take('}');
        return found;
    }

    private List<Object> list(int depth) {
        List<Object> found = new ArrayList<>();
        at++;
        if (isTaken(']')) {
            return found;
        }
        do {
            found.add(value(depth + 1));
        } while (isTaken(','));
        take(']');
        return found;
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value");
        }
        at += word.length();
        return value;
    }

    private String string() {
        StringBuilder found = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one == '"') {
                at++;
                return found.toString();
            }
            if (one < ' ') {
                break;
            }
            found.append(one == '\\' ? escaped() : one);
        }
        throw wrong("a character of a string");
    }

    private char escaped() {
        at++;
        char one = at < text.length() ? text.charAt(at) : 0;
        switch (one) {
            case '"':
            case '\\':
            case '/':
                return one;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                return unicode();
            default:
                throw wrong("an escaped character");
        }
    }

    private char unicode() {
        int found = 0;
        for (int digit = 1; digit <= 4; digit++) {
            at++;
            int hex = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            // digit() takes those of other scripts too
            if (hex < 0 || text.charAt(at) > 'f') {
                throw wrong("four hexadecimal digits");
            }
            found = found * 16 + hex;
        }
        return (char) found;
    }

    private Object number() {
        int start = at;
        isThere('-');
        int whole = at;
        boolean isWhole = true;
        if (!isThere('0')) {
            digits();
        }
        int end = at;
        if (isThere('.')) {
            isWhole = false;
            digits();
        }
        if (isThere('e') || isThere('E')) {
            isWhole = false;
            if (!isThere('+')) {
                isThere('-');
            }
            digits();
        }
        String number = text.substring(start, at);
        if (isWhole && end - whole <= DIGITS_OF_LONG) {
            return Long.valueOf(number);
        }
        Double value = Double.valueOf(number);
        // 1.0 and 1e3 are whole numbers too
        boolean fits = Math.rint(value) == value && Math.abs(value) <= Fitness.LARGEST_SAFE;
        return fits ? (Object) Long.valueOf(value.longValue()) : value;
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw wrong("a value");
        }
    }

    /** Moves on by one where that character stands right here. */
    private boolean isThere(char wanted) {
        boolean is = at < text.length() && text.charAt(at) == wanted;
        if (is) {
            at++;
        }
        return is;
    }

    /** Moves on by one where that character is the next that means something. */
    private boolean isTaken(char wanted) {
        next();
        return isThere(wanted);
    }

    private void take(char wanted) {
        if (!isTaken(wanted)) {
            throw wrong("'" + wanted + "'");
        }
    }

    /** The next character that means something; 0 at the end. */
    private char next() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private JsonException wrong(String wanted) {
        return new JsonException("The text is no JSON: at character " + at + " " + wanted + " is wanted.");
    }

    private static void write(Object value, StringBuilder out) {
        if (value instanceof Map) {
            String before = "{";
            for (Map.Entry<?, ?> member : ((Map<?, ?>) value).entrySet()) {
                out.append(before);
                writeString(String.valueOf(member.getKey()), out);
                out.append(':');
                write(member.getValue(), out);
                before = ",";
            }
            out.append("{".equals(before) ? "{}" : "}");
        } else if (value instanceof List) {
            String before = "[";
            for (Object item : (List<?>) value) {
                out.append(before);
                write(item, out);
                before = ",";
            }
            out.append("[".equals(before) ? "[]" : "]");
        } else if (value instanceof String) {
            writeString((String) value, out);
        } else if (value == null || value instanceof Boolean || isFinite(value)) {
            out.append(value);
        } else {
            throw new JsonException("A value of " + value.getClass() + " has no form in JSON.");
        }
    }

    private static boolean isFinite(Object value) {
        return value instanceof Number && !Double.isNaN(((Number) value).doubleValue())
            && !Double.isInfinite(((Number) value).doubleValue());
    }

    private static void writeString(String text, StringBuilder out) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one == '"' || one == '\\') {
                out.append('\\').append(one);
            } else if (one < ' ') {
                out.append(String.format("\\u%04x", (int) one));
            } else {
                out.append(one);
            }
        }
        out.append('"');
    }
}
