package dev.heddle.cli.console;

import dev.heddle.cli.text.Shortened;
import dev.heddle.debugger.command.Style;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * A person at a terminal: lines can be edited, called up again and completed. Ctrl-C clears a line or gives up what
 * runs, Ctrl-D ends.
 */
public final class TerminalConsole implements Console {
    /** It calls stty: other ways need libraries of machine code. */
    private static final String PROVIDER = "exec";

    private final Terminal terminal;
    private final LineReader reader;
    private final boolean coloured;

    /**
     * Takes over the terminal.
     *
     * @param completions what the last word of an unfinished line can become
     * @param interrupt called on another thread where Ctrl-C is pressed while no line is read
     */
    public TerminalConsole(Function<String, List<String>> completions, Runnable interrupt) throws IOException {
        terminal = TerminalBuilder.builder().name("heddle").system(true).provider(PROVIDER).dumb(false).build();
        terminal.handle(Terminal.Signal.INT, signal -> interrupt.run());
        coloured = System.getenv("NO_COLOR") == null;
        DefaultParser words = new DefaultParser();
        words.setEscapeChars(null);
        words.setQuoteChars(null);
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(words)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.AUTO_FRESH_LINE, true)
                .completer((line, parsed, candidates) ->
                        completions.apply(parsed.line().substring(0, parsed.cursor()))
                                .forEach(word -> candidates.add(new Candidate(word))))
                .build();
    }

    @Override
    public String read(String prompt) {
        while (true) {
            try {
                return reader.readLine(styled(AttributedStyle.BOLD, prompt));
            } catch (UserInterruptException cleared) {
                // The line that was begun is gone; the next one can be typed.
                continue;
            } catch (EndOfFileException end) {
                return null;
            }
        }
    }

    @Override
    public boolean interactive() {
        return true;
    }

    @Override
    public void show(Style style, String line) {
        String shown = style == Style.TEXT ? line : Shortened.line(line);
        terminal.writer().println(styled(look(style), shown));
        terminal.flush();
    }

    private static AttributedStyle look(Style style) {
        return switch (style) {
            case TEXT -> AttributedStyle.DEFAULT;
            case EVENT -> AttributedStyle.BOLD;
            case EFFECT -> AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
            case ALERT -> AttributedStyle.BOLD.foreground(AttributedStyle.RED);
            case NOTE -> AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
        };
    }

    private String styled(AttributedStyle style, String text) {
        return coloured ? new AttributedString(text, style).toAnsi(terminal) : text;
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            // Nothing can be shown any more, and nothing has to be.
            return;
        }
    }
}
