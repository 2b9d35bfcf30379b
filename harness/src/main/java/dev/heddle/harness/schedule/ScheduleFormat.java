package dev.heddle.harness.schedule;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Schedules as text: UTF-8, a first line with the version, headers, a blank line, one event a line.
 *
 * <p>Reading executes nothing and refuses what it does not know, with file, line and reason.
 */
public final class ScheduleFormat {
    static final String MAGIC = "heddle-schedule";
    static final int VERSION = 1;
    private static final int MIB = 1 << 20;
    /** The longest line that is read, in UTF-16 code units. */
    static final int MAX_LINE = MIB;
    /** The largest file that is read, in bytes. */
    private static final long MAX_FILE = 256L * MIB;

    private ScheduleFormat() {}

    /** The text of a schedule; comments, one a line and without their mark, stand above the events. */
    public static String write(Schedule schedule, List<String> comments) {
        StringBuilder out = new StringBuilder();
        out.append(MAGIC).append(' ').append(VERSION).append('\n');
        HeaderFormat.write(schedule.header(), out);
        out.append('\n');
        for (String comment : comments) {
            out.append(comment.isEmpty() ? "#" : "# ").append(Escapes.escape(comment)).append('\n');
        }
        for (Event event : schedule.events()) {
            out.append(event.line()).append('\n');
        }
        return out.toString();
    }

    /** The text of a schedule without comments. */
    public static String write(Schedule schedule) {
        return write(schedule, List.of());
    }

    /**
     * Reads a schedule file.
     *
     * @param vocabulary the kinds of event that there are
     */
    public static Schedule read(Path file, Vocabulary vocabulary) throws ScheduleException, IOException {
        if (Files.size(file) > MAX_FILE) {
            throw new ScheduleException(file.toString(), 1, "the file is larger than " + MAX_FILE / MIB + " MiB");
        }
        return parse(decode(Files.readAllBytes(file), file.toString()), file.toString(), vocabulary);
    }

    /**
     * Reads a schedule from its text.
     *
     * @param file the name that errors give
     * @param vocabulary the kinds of event that there are
     */
    public static Schedule parse(String text, String file, Vocabulary vocabulary) throws ScheduleException {
        List<String> lines = lines(text, file);
        checkMagic(lines.get(0), file);
        HeaderFormat headers = new HeaderFormat(file);
        int i = 1;
        while (i < lines.size() && !lines.get(i).isEmpty()) {
            if (!lines.get(i).startsWith("#")) {
                headers.line(lines.get(i), i + 1);
            }
            i++;
        }
        if (i == lines.size()) {
            throw new ScheduleException(
                    file, i, "the file ends within its headers; a blank line and the events must follow");
        }
        return new Schedule(headers.finish(i + 1), events(lines, i + 1, file, vocabulary));
    }

    private static List<Event> events(List<String> lines, int start, String file, Vocabulary vocabulary)
            throws ScheduleException {
        List<Event> events = new ArrayList<>(lines.size() - start);
        for (int i = start; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Event before = events.isEmpty() ? null : events.get(events.size() - 1);
            if (before != null && before.last()) {
                throw new ScheduleException(file, i + 1, "nothing can follow '" + before.line()
                        + "', which ends the execution; remove one of the two");
            }
            try {
                events.add(vocabulary.parse(line));
            } catch (IllegalArgumentException e) {
                throw new ScheduleException(file, i + 1, e.getMessage());
            }
        }
        return events;
    }

    private static void checkMagic(String first, String file) throws ScheduleException {
        if (first.equals(MAGIC + " " + VERSION)) {
            return;
        }
        if (first.matches(MAGIC + " [0-9]{1,9}")) {
            throw new ScheduleException(
                    file, 1, "'" + first + "' was written by another version of Heddle; this one reads version "
                            + VERSION);
        }
        throw new ScheduleException(
                file, 1, "not a schedule: the first line must be '" + MAGIC + " " + VERSION + "'");
    }

    private static List<String> lines(String text, String file) throws ScheduleException {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int line = lines.size() + 1;
            if (end < 0) {
                throw new ScheduleException(
                        file, line, "the last line has no end: the file looks truncated (if it is whole, end it with"
                                + " a newline)");
            }
            if (end - start > MAX_LINE) {
                throw new ScheduleException(file, line, "the line is longer than 1 MiB");
            }
            int stop = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
            String content = text.substring(start, stop);
            if (content.indexOf('\0') >= 0) {
                throw new ScheduleException(
                        file, line, "a NUL byte: schedules are text; write \\u0000 in a message's text");
            }
            lines.add(content);
            start = end + 1;
        }
        if (lines.isEmpty()) {
            throw new ScheduleException(file, 1, "the file is empty; the first line must be '" + MAGIC + " 1'");
        }
        return lines;
    }

    private static String decode(byte[] bytes, String file) throws ScheduleException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new ScheduleException(file, line, "not UTF-8 text, so not a schedule");
        }
        return out.flip().toString();
    }
}
