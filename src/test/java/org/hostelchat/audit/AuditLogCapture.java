package org.hostelchat.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Reads along in the audit log. */
public final class AuditLogCapture extends Handler implements AutoCloseable {

    private final Logger log = Logger.getLogger("org.hostelchat.audit");
    private final List<String> lines = new ArrayList<>();

    public AuditLogCapture() {
        log.addHandler(this);
    }

    public List<String> of(String event) {
        return lines.stream().filter(line -> line.startsWith(event + ' ')).toList();
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        log.removeHandler(this);
    }
}
