package org.hostelchat.platform.db.sqlite;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of a b-tree page that belong to no cell. SQLite's {@code secure_delete} overwrites a cell when it is
 * deleted, but not the copy that remains in this space when a page is split and cells move to another page: such a copy
 * survives the deletion of its original until the space is reused.
 *
 * <p>Pages of other kinds (overflow, free list) have none: SQLite fills them with zeros when they become free.
 */
final class FreeSpace {

    /**
     * A contiguous part of the free space.
     *
     * @param offset of its first byte in the page
     * @param length in bytes, may be 0
     */
    record Piece(int offset, int length) {

        boolean isZero(ByteBuffer page) {
            for (var i = offset; i < offset + length; i++) if (page.get(i) != 0) return false;
            return true;
        }
    }

    private static final int HEADER_OF_DATABASE = 100;

    /** The header of a free block: the offset of the next one, and its own length. */
    private static final int HEADER_OF_BLOCK = 4;

    private final ByteBuffer page;
    private final int start;
    private final int usable;

    private FreeSpace(ByteBuffer page, int start, int usable) {
        this.page = page;
        this.start = start;
        this.usable = usable;
    }

    /**
     * The parts that are not filled with zeros.
     *
     * @param page the page's bytes, from index 0
     * @param number of the page, beginning with 1
     * @param usable how many of the page's bytes SQLite uses
     * @return an empty list for a page of another kind; an empty Optional if the page is inconsistent, as it may be
     * while it is being written
     */
    static Optional<List<Piece>> withTraces(ByteBuffer page, long number, int usable) {
        return new FreeSpace(page, number == 1 ? HEADER_OF_DATABASE : 0, usable)
                .pieces()
                .map(pieces ->
                        pieces.stream().filter(piece -> !piece.isZero(page)).toList());
    }

    private Optional<List<Piece>> pieces() {
        var header =
                switch (page.get(start)) {
                    case 2, 5 -> 12;
                    case 10, 13 -> 8;
                    default -> 0;
                };
        if (header == 0) return Optional.of(List.of());
        var cells = unsigned(start + 5);
        if (cells == 0) cells = 65_536;
        var gap = start + header + 2 * unsigned(start + 3);
        if (gap > cells || cells > usable) return Optional.empty();
        var pieces = new ArrayList<>(List.of(new Piece(gap, cells - gap)));
        return addBlocks(pieces, cells) ? Optional.of(pieces) : Optional.empty();
    }

    /** @return false if the chain of free blocks leaves the cell content area or has a cycle */
    private boolean addBlocks(List<Piece> pieces, int cells) {
        var from = cells;
        for (var block = unsigned(start + 1); block != 0; block = unsigned(block)) {
            if (block < from || block + HEADER_OF_BLOCK > usable) return false;
            var length = unsigned(block + 2);
            if (length < HEADER_OF_BLOCK || block + length > usable) return false;
            pieces.add(new Piece(block + HEADER_OF_BLOCK, length - HEADER_OF_BLOCK));
            from = block + length;
        }
        return true;
    }

    private int unsigned(int index) {
        return page.getShort(index) & 0xffff;
    }
}
