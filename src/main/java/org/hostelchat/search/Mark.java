package org.hostelchat.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A range of a text, counted in code points. */
public record Mark(int start, int length) {

    /** The ranges in ascending order, with overlapping ones merged. */
    static List<Mark> merged(List<Mark> marks) {
        var merged = new ArrayList<Mark>();
        for (var mark :
                marks.stream().sorted(Comparator.comparingInt(Mark::start)).toList()) {
            var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || last.end() <= mark.start) merged.add(mark);
            else merged.set(merged.size() - 1, new Mark(last.start, Math.max(last.end(), mark.end()) - last.start));
        }
        return merged;
    }

    private int end() {
        return start + length;
    }
}
