package org.hostelchat.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Hints as an array of numbers, which every transport can carry without classes of ours: for each hint its kind and
 * four values. Kinds that this version does not know are ignored, so that nodes of different versions can run side by
 * side.
 */
public final class HintCodec {

    /** How many numbers a hint takes. */
    public static final int WIDTH = 5;

    private static final long ROOM = 1;
    private static final long CHANGES = 2;
    private static final long READ = 3;
    private static final long TYPING = 4;

    private HintCodec() {}

    public static long[] encode(Collection<Hint> hints) {
        var numbers = new long[hints.size() * WIDTH];
        var at = 0;
        for (var hint : hints) {
            var values = values(hint);
            System.arraycopy(values, 0, numbers, at, values.length);
            at += WIDTH;
        }
        return numbers;
    }

    private static long[] values(Hint hint) {
        if (hint instanceof Hint.RoomExtended room) return new long[] {ROOM, room.room(), room.last()};
        if (hint instanceof Hint.ChangesAppended changes) return new long[] {CHANGES, changes.last()};
        if (hint instanceof Hint.Typing typing) return new long[] {TYPING, typing.user(), typing.room()};
        var mark = (Hint.ReadMarkMoved) hint;
        return new long[] {READ, mark.user(), mark.room(), mark.seq(), mark.back() ? 1 : 0};
    }

    /** What is incomplete or of an unknown kind is left out. */
    public static List<Hint> decode(long[] numbers) {
        var hints = new ArrayList<Hint>();
        for (var at = 0; at + WIDTH <= numbers.length; at += WIDTH) {
            decode(numbers, at).ifPresent(hints::add);
        }
        return hints;
    }

    private static Optional<Hint> decode(long[] numbers, int at) {
        var a = numbers[at + 1];
        var b = numbers[at + 2];
        if (numbers[at] == ROOM) return Optional.of(new Hint.RoomExtended(a, b));
        if (numbers[at] == CHANGES) return Optional.of(new Hint.ChangesAppended(a));
        if (numbers[at] == TYPING) return Optional.of(new Hint.Typing(a, b));
        if (numbers[at] != READ) return Optional.empty();
        return Optional.of(new Hint.ReadMarkMoved(a, b, numbers[at + 3], numbers[at + 4] == 1));
    }
}
