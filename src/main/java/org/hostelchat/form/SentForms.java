package org.hostelchat.form;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The recently submitted forms, by account and token. That a form was executed is remembered until the space is needed;
 * its response for two minutes only, because it may hold an initial password. In memory only. Thread-safe.
 *
 * <p>Forms of callers who are not signed in are forgotten after a quarter of a minute, and limited separately, so that
 * strangers cannot displace other people's forms.
 */
@ApplicationScoped
public class SentForms {

    static final Duration ANSWERS_KEPT = Duration.ofMinutes(2);
    static final Duration STRANGERS_KEPT = Duration.ofSeconds(15);

    static final int MOST_OF_ONE = 100;
    static final int MOST_OF_STRANGERS = 1_000;
    private static final int MOST_PEOPLE = 2_000;

    /** The total size of all responses, in bytes. */
    static final int MOST_ANSWERED = 8 * 1024 * 1024;

    /** In the order of the last access. */
    private final Map<Long, Map<String, SentForm>> people = new LinkedHashMap<>(16, 0.75f, true);

    private final Deque<SentForm> answered = new ArrayDeque<>();
    private long size;
    private final Function<Duration, Executor> after;

    public SentForms() {
        this(delay -> CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** @param after returns an executor that runs tasks after a delay */
    SentForms(Function<Duration, Executor> after) {
        this.after = after;
    }

    /**
     * A form that has been received.
     *
     * @param form the one with the token
     * @param first whether it is new: then the caller must {@link #finish} it
     */
    record Claim(SentForm form, boolean first) {}

    /**
     * Registers a form.
     *
     * @param owner the id of the account that sends it; 0 for none
     * @return null if too many forms of the same account are being processed
     */
    synchronized Claim claim(long owner, String token, String content) {
        var own = people.computeIfAbsent(owner, id -> new LinkedHashMap<>());
        var known = own.get(token);
        if (known != null) return new Claim(known, false);
        if (own.size() >= (owner == 0 ? MOST_OF_STRANGERS : MOST_OF_ONE) && !dropEldest(own)) return null;
        var form = new SentForm(content);
        own.put(token, form);
        if (people.size() > MOST_PEOPLE) dropSomebody();
        return new Claim(form, true);
    }

    /**
     * Stores the response to a form.
     *
     * @param done whether it had an effect; if not, it may be sent again
     */
    void finish(long owner, String token, SentForm form, KeptAnswer answer, boolean done) {
        form.finish(answer, done);
        synchronized (this) {
            if (done) remember(form, answer);
            else forget(owner, token, form);
        }
        if (!done) return;
        after.apply(owner == 0 ? STRANGERS_KEPT : ANSWERS_KEPT).execute(() -> {
            forgetAnswer(form);
            if (owner == 0) forget(owner, token, form);
        });
    }

    private void remember(SentForm form, KeptAnswer answer) {
        answered.addLast(form);
        size += answer.body().length;
        while (size > MOST_ANSWERED && answered.size() > 1) drop(answered.removeFirst());
    }

    private synchronized void forgetAnswer(SentForm form) {
        if (answered.remove(form)) drop(form);
    }

    private void drop(SentForm form) {
        size -= form.size();
        form.forgetAnswer();
    }

    private synchronized void forget(long owner, String token, SentForm form) {
        var own = people.get(owner);
        if (own == null) return;
        own.remove(token, form);
        if (own.isEmpty()) people.remove(owner);
    }

    private static boolean dropEldest(Map<String, SentForm> own) {
        for (var forms = own.values().iterator(); forms.hasNext(); ) {
            if (forms.next().isUnderWay()) continue;
            forms.remove();
            return true;
        }
        return false;
    }

    private void dropSomebody() {
        for (var all = people.values().iterator(); all.hasNext(); ) {
            if (all.next().values().stream().anyMatch(SentForm::isUnderWay)) continue;
            all.remove();
            return;
        }
    }
}
