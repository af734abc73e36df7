package org.hostelchat.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hostelchat.support.Jcmd;

/** Figures of a process from Linux' /proc. */
final class Proc {

    private static final double TICKS_PER_SECOND = 100;

    private Proc() {}

    /** Processor seconds so far, user and system. */
    static double cpuSeconds(long pid) {
        String stat = read(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** Resident kilobytes. */
    static long residentKilobytes(long pid) {
        String line = read(Path.of("/proc", Long.toString(pid), "status"))
                .lines()
                .filter(l -> l.startsWith("VmRSS"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", ""));
    }

    /** The size of the heap after a full collection, in bytes. */
    static long liveHeapBytes(long pid) throws IOException {
        String total = Jcmd.histogram(pid)
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow();
        String[] cells = total.strip().split("\\s+", -1);
        return Long.parseLong(cells[2]);
    }

    /** The load average over a minute, which shows whether other programs were running. */
    static double load() {
        return Double.parseDouble(read(Path.of("/proc/loadavg")).split(" ", -1)[0]);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
