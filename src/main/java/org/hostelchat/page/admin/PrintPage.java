package org.hostelchat.page.admin;

import static org.hostelchat.page.MarkedWords.escaped;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import org.hostelchat.page.LinkFinder;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.PageWords;

/**
 * A complete list as one table for print: no navigation, and the table's header on each sheet. Written while it is
 * read; a Faces page would keep all of it in memory.
 */
@RequestScoped
class PrintPage {

    /** About 400 sheets. Longer lists are read as CSV. */
    static final int MOST = 20_000;

    /** Cells of up to this many characters are not broken within words, which would make their column too narrow. */
    private static final int LONGEST_WHOLE = 16;

    private static final String TABLE =
            """
            <h1 dir="auto">%1$s</h1>
            <p>%2$s · %3$s (%4$s)</p>%6$s
            <div class="paper-sheet"><table class="table"><thead><tr>%5$s</tr></thead><tbody>
            """;

    @Inject
    private PrintHead head;

    @Inject
    private PageFormat format;

    @Inject
    private LinkFinder links;

    @Inject
    private PageWords words;

    /** @param first the first rows of the list, which have been read already */
    <T> void write(ConsoleList<T> list, List<T> first, Writer out) throws IOException {
        var heads = new StringBuilder();
        for (var column : list.printed()) {
            heads.append("<th scope=\"col\">").append(escaped(column.heading())).append("</th>");
        }
        out.write(head.of(list.title(), "paper", list.page()));
        out.write(TABLE.formatted(
                escaped(list.title()),
                escaped(format.getName()),
                format.time(Instant.now()),
                escaped(format.getZone()),
                heads,
                list.narrowed().isEmpty()
                        ? ""
                        : "<p id=\"narrowed\">" + escaped(words.of("paper.narrowed", "what", list.narrowed()))
                                + "</p>"));
        out.write("</tbody></table></div><p id=\"end\">" + escaped(writeRows(list, first, out))
                + "</p></main></body></html>\n");
    }

    /** @return the text below the table */
    private <T> String writeRows(ConsoleList<T> list, List<T> first, Writer out) throws IOException {
        var written = new Object() {
            private int rows;
            private boolean all = true;
        };
        var broken = list.read(first, row -> {
            written.all = written.rows < MOST;
            if (written.all) {
                writeRow(list.printed(), row, out);
                written.rows++;
            }
            return written.all;
        });
        if (broken.isPresent())
            return words.of(
                    "paper.not-complete",
                    "reason",
                    broken.get().problem(words.language()).detail());
        if (!written.all) return words.of("paper.not-all", "most", MOST);
        return words.counted("paper.rows", written.rows);
    }

    private <T> void writeRow(List<ConsoleList.Column<T>> columns, T row, Writer out) throws IOException {
        out.write("<tr>");
        for (var column : columns) {
            var cell = column.value().apply(row);
            if (cell instanceof Instant time) {
                out.write("<td class=\"when\">" + format.time(time) + "</td>");
            } else {
                var text = cell == null ? "" : cell.toString();
                var begin = text.length() > LONGEST_WHOLE ? "<td><bdi>" : "<td class=\"whole\"><bdi>";
                out.write(begin + linked(text) + "</bdi></td>");
            }
        }
        out.write("</tr>\n");
    }

    private String linked(String text) {
        var out = new StringBuilder();
        for (var piece : links.pieces(text)) {
            if (piece.href() == null) {
                out.append(escaped(piece.text()));
            } else {
                out.append("<a target=\"_blank\" rel=\"noopener nofollow\" href=\"")
                        .append(escaped(piece.href()))
                        .append("\">")
                        .append(escaped(piece.text()))
                        .append("</a>");
            }
        }
        return out.toString();
    }
}
