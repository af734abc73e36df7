package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import org.hostelchat.changelog.ChangeHint;
import org.hostelchat.changelog.ChangeTail;
import org.hostelchat.cluster.Hint;
import org.hostelchat.cluster.HintListener;
import org.hostelchat.cluster.HintSender;
import org.hostelchat.presence.PresenceBoard;

/**
 * Follows what other nodes hint at, and tells them of changes on this one. Events and changes are read from the
 * database; read marks and typing concern open connections only.
 *
 * <p>Called by the thread that receives hints; reading a room's log is left to another one.
 */
@ApplicationScoped
public class NodeRelay implements HintListener {

    private RoomHubs hubs;
    private ChangeTail changes;
    private Notifier notifier;
    private PresenceBoard presence;
    private HintSender sender;
    private RoomSweep sweep;

    @Inject
    NodeRelay(
            RoomHubs hubs,
            ChangeTail changes,
            Notifier notifier,
            PresenceBoard presence,
            HintSender sender,
            RoomSweep sweep) {
        this.hubs = hubs;
        this.changes = changes;
        this.notifier = notifier;
        this.presence = presence;
        this.sender = sender;
        this.sweep = sweep;
    }

    /** For the CDI proxy. */
    protected NodeRelay() {}

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChangeHint hint) {
        sender.send(new Hint.ChangesAppended(hint.last()));
    }

    @Override
    public void onHints(List<Hint> hints) {
        hints.forEach(this::follow);
    }

    @Override
    public void onHintsMissed() {
        sweep.hasten();
    }

    private void follow(Hint hint) {
        if (hint instanceof Hint.RoomExtended room) {
            hubs.extended(room);
        } else if (hint instanceof Hint.ChangesAppended changed) {
            changes.hint(new ChangeHint(changed.last()));
        } else if (hint instanceof Hint.ReadMarkMoved mark) {
            notifier.tellReadElsewhere(mark.user(), mark.room(), mark.seq(), mark.back());
        } else if (hint instanceof Hint.Typing typing) {
            showTyping(typing);
        }
    }

    private void showTyping(Hint.Typing typing) {
        var room = hubs.find(typing.room());
        if (room == null) return;
        presence.find(typing.user())
                .ifPresent(person -> notifier.sendIfIdle(
                        room, OutboundFrames.typing(typing.room(), person.id(), person.name()), person.id()));
    }
}
