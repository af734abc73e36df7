package org.hostelchat.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The parameters and figures of one run, in order. */
final class ReportRow {

    private static final double MILLISECOND = 1e6;

    private final Map<String, String> circumstances = new LinkedHashMap<>();
    private final Map<String, Double> figures = new LinkedHashMap<>();

    ReportRow with(String name, Object value) {
        circumstances.put(name, value.toString());
        return this;
    }

    ReportRow figure(String name, double value) {
        figures.put(name, value);
        return this;
    }

    ReportRow figure(String name, long value) {
        return figure(name, (double) value);
    }

    /** Percentiles of a histogram of nanoseconds, in milliseconds. */
    ReportRow latency(String name, Histogram nanos) {
        for (String percentile : new String[] {"50", "90", "99", "99.9"}) {
            figure(
                    name + " p" + percentile + " ms",
                    nanos.getValueAtPercentile(Double.parseDouble(percentile)) / MILLISECOND);
        }
        return figure(name + " max ms", nanos.getMaxValue() / MILLISECOND);
    }

    String title() {
        StringBuilder title = new StringBuilder();
        circumstances.forEach(
                (name, value) -> title.append(name).append('=').append(value).append(' '));
        return title.toString().strip();
    }

    Map<String, Double> figures() {
        return figures;
    }

    String json() {
        StringBuilder json = new StringBuilder();
        circumstances.forEach((name, value) ->
                json.append('"').append(name).append("\":\"").append(value).append("\","));
        figures.forEach((name, value) -> json.append('"')
                .append(name)
                .append("\":")
                .append(number(value))
                .append(','));
        return json.substring(0, json.length() - 1);
    }

    /** Rounded to four significant digits; whole numbers unchanged. */
    static String number(double value) {
        if (value == Math.rint(value)) {
            return Long.toString((long) value);
        }
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
