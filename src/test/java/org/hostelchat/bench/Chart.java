package org.hostelchat.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A line chart with two logarithmic axes, as SVG. Points at 0 are drawn at the axis. */
final class Chart {

    private static final int WIDTH = 680;
    private static final int HEIGHT = 360;
    private static final int LEFT = 60;
    private static final int TOP = 40;
    private static final int RIGHT = 190;
    private static final int BOTTOM = 45;
    private static final String[] COLOURS = {"#1f6f5c", "#6fb3a2", "#a8552a", "#dba380", "#4a5a8c", "#9aa6cf"};

    private final String title;
    private final String across;
    private final String up;
    private final Map<String, Map<Double, Double>> lines = new LinkedHashMap<>();

    Chart(String title, String across, String up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    /** A line through these points; nothing if there are none. */
    void line(String name, Map<Double, Double> points) {
        if (!points.isEmpty()) {
            lines.put(name, points);
        }
    }

    String svg() {
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        lines.values()
                .forEach(line -> line.forEach((x, y) -> {
                    xs.add(Math.max(x, 1));
                    ys.add(Math.max(y, 1e-3));
                }));
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " "
                + HEIGHT + "\" font-family=\"system-ui, sans-serif\" font-size=\"12\">\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        text(svg, LEFT, 20, "start", title);
        if (xs.isEmpty()) {
            return svg.append("</svg>\n").toString();
        }
        Axis x = Axis.over(xs, LEFT, WIDTH - RIGHT);
        Axis y = Axis.over(ys, HEIGHT - BOTTOM, TOP);
        for (double tick : x.ticks()) {
            rule(svg, x.at(tick), TOP, x.at(tick), HEIGHT - BOTTOM);
            text(svg, x.at(tick), HEIGHT - BOTTOM + 16, "middle", label(tick));
        }
        for (double tick : y.ticks()) {
            rule(svg, LEFT, y.at(tick), WIDTH - RIGHT, y.at(tick));
            text(svg, LEFT - 6, y.at(tick) + 4, "end", label(tick));
        }
        text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "middle", across);
        text(svg, LEFT - 6, TOP - 8, "end", up.length() > 8 ? "" : up);
        if (up.length() > 8) {
            text(svg, WIDTH - RIGHT, TOP - 8, "end", up);
        }
        int number = 0;
        for (Map.Entry<String, Map<Double, Double>> line : lines.entrySet()) {
            draw(svg, line.getKey(), line.getValue(), x, y, number++);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void draw(StringBuilder svg, String name, Map<Double, Double> points, Axis x, Axis y, int number) {
        String colour = COLOURS[number % COLOURS.length];
        StringBuilder path = new StringBuilder();
        points.forEach((px, py) -> path.append(path.isEmpty() ? "M" : "L")
                .append(round(x.at(px)))
                .append(' ')
                .append(round(y.at(py))));
        svg.append("<path d=\"")
                .append(path)
                .append("\" fill=\"none\" stroke=\"")
                .append(colour);
        svg.append("\" stroke-width=\"2\"/>\n");
        points.forEach((px, py) -> svg.append("<circle cx=\"")
                .append(round(x.at(px)))
                .append("\" cy=\"")
                .append(round(y.at(py)))
                .append("\" r=\"3\" fill=\"")
                .append(colour)
                .append("\"><title>")
                .append(label(px))
                .append(": ")
                .append(ReportRow.number(py))
                .append("</title></circle>\n"));
        svg.append("<rect x=\"").append(WIDTH - RIGHT + 12).append("\" y=\"").append(TOP + 20 * number);
        svg.append("\" width=\"10\" height=\"10\" fill=\"").append(colour).append("\"/>\n");
        text(svg, WIDTH - RIGHT + 28, TOP + 20 * number + 9, "start", name);
    }

    private static void rule(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append(
                "<path d=\"M%s %sL%s %s\" stroke=\"#ddd\"/>%n".formatted(round(x1), round(y1), round(x2), round(y2)));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"#333\">%s</text>%n"
                .formatted(round(x), round(y), anchor, text));
    }

    private static String round(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String label(double value) {
        return value >= 1e6
                ? ReportRow.number(value / 1e6) + " M"
                : value >= 1e4 ? ReportRow.number(value / 1e3) + " k" : ReportRow.number(value);
    }
}
