package dev.heddle.report.page;

import dev.heddle.harness.schedule.Quantity;
import java.util.List;
import java.util.Locale;

/**
 * How numbers grew from execution to execution, as a picture: each as a share of what it came to, over executions on a
 * logarithmic scale.
 *
 * @param executions how many there were, at least 1
 */
public record GrowthChart(String title, long executions, List<Curve> curves) implements Section {
    private static final int LEFT = 44;
    private static final int WIDTH = 620;
    private static final int TOP = 10;
    private static final int HEIGHT = 190;
    private static final int KINDS = 4;

    /**
     * What grew.
     *
     * @param points in the order of executions, the last of them after all
     */
    public record Curve(String name, List<Point> points) {
        public Curve {
            points = List.copyOf(points);
        }

        private long last() {
            return points.get(points.size() - 1).count();
        }
    }

    /** So many after so many executions, at least 1. */
    public record Point(long executions, long count) {}

    public GrowthChart {
        curves = List.copyOf(curves);
    }

    @Override
    public String body() {
        StringBuilder html = new StringBuilder("<ul class=\"legend\">");
        for (int i = 0; i < curves.size(); i++) {
            html.append("<li><svg width=\"34\" height=\"10\" aria-hidden=\"true\"><path class=\"curve of")
                    .append(i % KINDS).append("\" d=\"M1,5H33\"/></svg>")
                    .append(Document.escaped(curves.get(i).name())).append(": ")
                    .append(Quantity.of(curves.get(i).last())).append("</li>");
        }
        html.append(String.format(Locale.ROOT, "</ul><div class=\"wide\"><svg class=\"growth\" viewBox=\"0 0 %d %d\""
                        + " role=\"img\" aria-label=\"%s; the table below has the numbers\">", LEFT + WIDTH + 40,
                TOP + HEIGHT + 46, Document.escaped(title)));
        grid(html);
        for (int i = 0; i < curves.size(); i++) {
            html.append("<path class=\"curve of").append(i % KINDS).append("\" d=\"").append(path(curves.get(i)))
                    .append("\"/>");
        }
        return html.append("</svg></div>").toString();
    }

    private void grid(StringBuilder html) {
        for (int percent = 0; percent <= 100; percent += 50) {
            double y = y(percent / 100.0);
            html.append(String.format(Locale.ROOT, "<path class=\"grid\" d=\"M%d,%.1fh%d\"/>", LEFT, y, WIDTH))
                    .append(text("end", LEFT - 6, y + 4, percent + " %"));
        }
        for (long decade = 1; decade <= executions && decade > 0; decade *= 10) {
            html.append(String.format(Locale.ROOT, "<path class=\"grid\" d=\"M%.1f,%dv%d\"/>", x(decade), TOP, HEIGHT))
                    .append(text("middle", x(decade), TOP + HEIGHT + 17, Quantity.of(decade)));
        }
        html.append(text("middle", LEFT + WIDTH / 2.0, TOP + HEIGHT + 38, "executions"));
    }

    private static String text(String anchor, double x, double y, String text) {
        return String.format(Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", anchor, x, y, text);
    }

    /** Between two points it stays what it was. */
    private String path(Curve curve) {
        StringBuilder path = new StringBuilder();
        for (Point point : curve.points()) {
            double share = curve.last() == 0 ? 0 : (double) point.count() / curve.last();
            path.append(path.isEmpty()
                    ? String.format(Locale.ROOT, "M%.1f,%.1f", x(point.executions()), y(share))
                    : String.format(Locale.ROOT, "H%.1fV%.1f", x(point.executions()), y(share)));
        }
        return path.toString();
    }

    private double x(long count) {
        return executions == 1 ? LEFT : LEFT + WIDTH * Math.log10(count) / Math.log10(executions);
    }

    private static double y(double share) {
        return TOP + HEIGHT * (1 - share);
    }
}
