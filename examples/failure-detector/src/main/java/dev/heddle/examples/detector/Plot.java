package dev.heddle.examples.detector;

import dev.heddle.examples.detector.Experiment.Row;
import dev.heddle.examples.detector.Measurement.Quality;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Accuracy and completeness over the mean delay, side by side, as an SVG image. */
final class Plot {
    private static final int WIDTH = 340;
    private static final int HEIGHT = 240;
    private static final int LEFT = 60;
    private static final int TOP = 40;
    private static final int GAP = 90;
    /** Nothing at all is drawn as this, on an axis of logarithms. */
    private static final double LEAST_PER_DAY = 0.1;

    private final Profile profile;
    private final List<Row> rows;
    private final StringBuilder out = new StringBuilder();

    Plot(Profile profile, List<Row> rows) {
        this.profile = profile;
        this.rows = rows;
    }

    /** An axis from 0 to 1 up the panel. */
    private record Axis(String title, ToDoubleFunction<Double> place, List<Double> marks) {
        static Axis linear(String title, double most) {
            return new Axis(title, v -> v / most, List.of(0.0, most / 4, most / 2, most * 3 / 4, most));
        }

        static Axis logarithmic(String title, double least, List<Double> marks) {
            double range = StrictMath.log(marks.get(marks.size() - 1) / least);
            return new Axis(title, v -> StrictMath.log(Math.max(v, least) / least) / range, marks);
        }
    }

    String svg() {
        int width = LEFT + WIDTH + GAP + WIDTH + 20;
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                + " font-size=\"12\">", width, TOP + HEIGHT + 70);
        line("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
        double most = rows.stream()
                .mapToDouble(r -> Math.max(r.fixed().meanSeconds(), r.learning().meanSeconds())).max().orElse(1);
        panel(LEFT, Axis.logarithmic("wrong accusations per link and day (0.1: none)", LEAST_PER_DAY,
                List.of(0.1, 1.0, 10.0, 100.0, 1000.0, 10000.0, 100000.0)), Quality::accusationsPerDay);
        panel(LEFT + WIDTH + GAP, Axis.linear("seconds from a crash to its suspicion, mean",
                4 * Math.ceil(most / 4)), Quality::meanSeconds);
        legend();
        line("</svg>");
        return out.toString();
    }

    private void panel(int left, Axis axis, ToDoubleFunction<Quality> figure) {
        line("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#888\"/>",
                left, TOP, WIDTH, HEIGHT);
        line("<text x=\"%d\" y=\"%d\">%s</text>", left, TOP - 12, axis.title());
        for (double mark : axis.marks()) {
            double y = y(axis, mark);
            line("<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#ddd\"/>", left, y, left + WIDTH, y);
            line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", left - 6, y + 4, number(mark));
        }
        for (int i = 0; i < rows.size(); i++) {
            line("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x(left, i), TOP + HEIGHT + 18, number(rows.get(i).delayMillis()));
        }
        curve(left, axis, figure, Row::fixed, "#c0392b");
        curve(left, axis, figure, Row::learning, "#2471a3");
    }

    private void curve(
            int left, Axis axis, ToDoubleFunction<Quality> figure, Function<Row, Quality> of, String colour) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            double y = y(axis, figure.applyAsDouble(of.apply(rows.get(i))));
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(left, i), y));
            line("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x(left, i), y, colour);
        }
        line("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
                points.toString().strip(), colour);
    }

    private void legend() {
        int y = TOP + HEIGHT + 50;
        line("<text x=\"%d\" y=\"%d\">mean delay of a message in ms (%s; published: %s ms)</text>",
                LEFT, y, profile.id(), number(profile.delayMillis()));
        line("<text x=\"%d\" y=\"%d\" fill=\"#c0392b\">fixed: suspected after 2 s</text>", LEFT + WIDTH + GAP, y);
        line("<text x=\"%d\" y=\"%d\" fill=\"#2471a3\">learning: longer after each mistake</text>",
                LEFT + WIDTH + GAP + 160, y);
    }

    private double x(int left, int row) {
        return left + WIDTH * (row + 0.5) / rows.size();
    }

    private static double y(Axis axis, double value) {
        return TOP + HEIGHT * (1 - axis.place().applyAsDouble(value));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, value < 1 ? "%.2g" : "%.1f", value);
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
