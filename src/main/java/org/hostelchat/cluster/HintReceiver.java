package org.hostelchat.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** Passes what other nodes send to the {@link HintListener}s. A failure of one is logged: what it missed, it finds by looking. */
@ApplicationScoped
public class HintReceiver {

    private static final System.Logger LOG = System.getLogger(HintReceiver.class.getName());

    private final Iterable<HintListener> listeners;

    @Inject
    HintReceiver(Instance<HintListener> listeners) {
        this((Iterable<HintListener>) listeners);
    }

    public HintReceiver(Iterable<HintListener> listeners) {
        this.listeners = listeners;
    }

    /** For the CDI proxy. */
    protected HintReceiver() {
        this((Iterable<HintListener>) null);
    }

    /** @param numbers of {@link HintCodec} */
    public void receive(long[] numbers) {
        var hints = HintCodec.decode(numbers);
        if (!hints.isEmpty()) tell(listener -> listener.onHints(hints));
    }

    /** Hints of other nodes may have been lost. */
    public void missed() {
        tell(HintListener::onHintsMissed);
    }

    private void tell(Consumer<HintListener> what) {
        for (var listener : listeners) {
            try {
                what.accept(listener);
            } catch (RuntimeException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Hints of another node were not followed; the next look finds it",
                        e);
            }
        }
    }
}
