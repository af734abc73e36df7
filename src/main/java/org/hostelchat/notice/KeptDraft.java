package org.hostelchat.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hostelchat.room.Audience;

/** A notice that an official is still writing, which nobody else sees. It may have neither title nor text. */
@Entity
@Table(name = "notice_drafts")
public class KeptDraft {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    /** Null for the operator. */
    @Column(name = "user_id")
    private Long userId;

    @Embedded
    private NoticeContent content;

    /** One value a line, such as {@code wing=A}; null for everybody. */
    private String audience;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected KeptDraft() {}

    KeptDraft(Long userId) {
        this.userId = userId;
    }

    void write(NoticeDraft draft, Instant now) {
        content = new NoticeContent(draft);
        var concerned = draft.options().audience();
        audience = concerned == null ? null : lines(concerned);
        changedAt = now;
    }

    private static String lines(Audience audience) {
        var lines = new ArrayList<String>();
        audience.byCode().forEach((column, values) -> values.forEach(value -> lines.add(column + "=" + value)));
        return String.join("\n", lines);
    }

    public long id() {
        return id;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** What was written so far. */
    public NoticeDraft draft() {
        return content.draft(audience());
    }

    private Audience audience() {
        if (audience == null) return null;
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (var line : audience.split("\n", -1)) {
            var at = line.indexOf('=');
            columns.computeIfAbsent(line.substring(0, at), column -> new ArrayList<>())
                    .add(line.substring(at + 1));
        }
        return Audience.of(columns);
    }
}
