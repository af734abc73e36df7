package org.hostelchat.platform.cluster;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.topic.ITopic;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.hostelchat.cluster.RoomHints;

/**
 * Hints over the Payara Data Grid (Hazelcast): a topic of {@code long[]}, never of classes of ours, which the grid's
 * class loader does not know. What arrives is queued, because the grid's threads have no context of the application;
 * {@link #run} is for a thread that has one. Nothing else of the grid is used.
 */
final class GridRoomHints implements RoomHints, Runnable, AutoCloseable {

    private static final String TOPIC = "hostel-hints";

    /** Messages that wait to be followed; more are dropped, and found by looking. */
    private static final int MOST_WAITING = 1_000;

    /** Stands for what may have been missed. */
    private static final long[] MISSED = {};

    private final ITopic<long[]> topic;
    private final UUID registration;
    private final UUID members;
    private final HazelcastInstance grid;
    private final BlockingQueue<long[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Consumer<long[]> receiver;
    private final Runnable interrupted;
    private final AtomicBoolean dropped = new AtomicBoolean();

    /** @param interrupted is called whenever hints may have been missed */
    GridRoomHints(HazelcastInstance grid, Consumer<long[]> receiver, Runnable interrupted) {
        this.grid = grid;
        this.receiver = receiver;
        this.interrupted = interrupted;
        this.topic = grid.getTopic(TOPIC);
        this.registration = topic.addMessageListener(message -> {
            var sender = message.getPublishingMember();
            if (sender != null && sender.localMember()) return;
            if (!waiting.offer(message.getMessageObject())) dropped.set(true);
        });
        this.members = grid.getCluster().addMembershipListener(new Members());
    }

    /** Whoever joins, leaves, or comes back after a split has missed what was sent meanwhile. */
    private final class Members implements MembershipListener {
        @Override
        public void memberAdded(MembershipEvent event) {
            missed();
        }

        @Override
        public void memberRemoved(MembershipEvent event) {
            missed();
        }
    }

    private void missed() {
        if (!waiting.offer(MISSED)) dropped.set(true);
    }

    @Override
    public boolean send(long[] numbers) {
        try {
            topic.publish(numbers);
            return true;
        } catch (HazelcastException | HazelcastInstanceNotActiveException e) {
            return false;
        }
    }

    /** Follows what arrives until the thread is interrupted. */
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var numbers = waiting.take();
                if (numbers.length > 0) receiver.accept(numbers);
                if (dropped.getAndSet(false) || numbers.length == 0) interrupted.run();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            topic.removeMessageListener(registration);
            grid.getCluster().removeMembershipListener(members);
        } catch (HazelcastInstanceNotActiveException gone) {
            // The server has stopped the grid already.
            return;
        }
    }
}
