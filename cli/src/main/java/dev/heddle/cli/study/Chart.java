package dev.heddle.cli.study;

import java.util.List;
import java.util.Locale;

/**
 * A study as a picture: for each bug a group of lines, one for each contestant, with a mark at the median and an
 * end at the 95th percentile, over deliveries on a logarithmic scale. What was not found ends at the budget.
 *
 * @param budget the deliveries that each seed had
 */
public record Chart(List<String> bugs, List<String> contestants, List<Summary> summaries, long budget) {
    /** Colours that people with any vision tell apart (Okabe and Ito), then some more. */
    private static final List<String> COLOURS = List.of("#000000", "#0072b2", "#d55e00", "#009e73", "#cc79a7",
            "#e69f00", "#56b4e9", "#7f7f7f", "#8c564b", "#9467bd", "#bcbd22", "#17becf");
    private static final int LEFT = 190;
    private static final int WIDTH = 640;
    private static final int LINE = 11;
    private static final int GAP = 14;
    private static final int LEGEND_LINE = 18;

    /** The picture as SVG. */
    public String svg() {
        int legend = GAP + contestants.size() * LEGEND_LINE;
        int group = contestants.size() * LINE + GAP;
        int bottom = legend + bugs.size() * group;
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n",
                LEFT + WIDTH + 40, bottom + 50));
        for (int i = 0; i < contestants.size(); i++) {
            int y = GAP + i * LEGEND_LINE;
            mark(svg, LEFT + 6, y, i);
            text(svg, LEFT + 18, y + 4, "start", contestants.get(i));
        }
        for (int decade = 0; Math.pow(10, decade) <= budget; decade++) {
            double x = x(Math.pow(10, decade));
            svg.append(String.format(Locale.ROOT,
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#dddddd\"/>\n", x, legend, x, bottom));
            text(svg, x, bottom + 16, "middle", Table.deliveries(Math.pow(10, decade)));
        }
        text(svg, LEFT + WIDTH / 2.0, bottom + 36, "middle",
                "deliveries to the first violation: median (mark) and 95th percentile (end of line)");
        for (int b = 0; b < bugs.size(); b++) {
            int y = legend + b * group + GAP;
            text(svg, LEFT - 10, y + group / 2.0 - GAP / 2.0, "end", bugs.get(b));
            bars(svg, bugs.get(b), y);
        }
        return svg.append("</svg>\n").toString();
    }

    private void bars(StringBuilder svg, String bug, int top) {
        for (Summary s : summaries) {
            if (s.bug().equals(bug)) {
                int contestant = contestants.indexOf(s.contestant());
                int y = top + contestant * LINE;
                svg.append(String.format(Locale.ROOT,
                        "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"%s/>\n",
                        x(s.median()), y, x(s.p95()), y, colour(contestant),
                        s.missed() > 0 ? " stroke-dasharray=\"3 3\"" : ""));
                mark(svg, x(s.median()), y, contestant);
            }
        }
    }

    private double x(double deliveries) {
        return LEFT + WIDTH * Math.log10(Math.max(1, Math.min(deliveries, budget))) / Math.log10(budget);
    }

    private void mark(StringBuilder svg, double x, int y, int contestant) {
        svg.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%d\" r=\"4\" fill=\"%s\"/>\n", x, y,
                colour(contestant)));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y,
                anchor, text.replace("&", "&amp;").replace("<", "&lt;")));
    }

    private static String colour(int contestant) {
        return COLOURS.get(contestant % COLOURS.size());
    }
}
