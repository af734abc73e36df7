package org.hostelchat.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A logarithmic axis.
 *
 * @param least the value at {@code from}
 * @param most the value at {@code to}
 */
record Axis(double least, double most, double from, double to) {

    /** From the power of ten below all values to the one above. */
    static Axis over(List<Double> values, double from, double to) {
        double least = Math.pow(10, Math.floor(Math.log10(Collections.min(values))));
        double most = Math.pow(10, Math.ceil(Math.log10(Collections.max(values))));
        return new Axis(least, most > least ? most : least * 10, from, to);
    }

    double at(double value) {
        double part = Math.log(Math.max(value, least) / least) / Math.log(most / least);
        return from + part * (to - from);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (double tick = least; tick <= most * 1.001; tick *= 10) {
            ticks.add(tick);
        }
        return ticks;
    }
}
