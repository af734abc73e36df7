package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hostelchat.page.PageWords;
import org.hostelchat.user.ImportLook;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.RollLine;
import org.hostelchat.user.RollRow;

/** How lists of residents, their columns and their rows are named on {@code /admin/roll}. */
@Named
@RequestScoped
public class RollWords {

    /** In the order in which an official wants to see them. */
    static final List<RollRow.Kind> KINDS = List.of(
            RollRow.Kind.WRONG,
            RollRow.Kind.ADDED,
            RollRow.Kind.MOVED,
            RollRow.Kind.CHANGED,
            RollRow.Kind.MISSING,
            RollRow.Kind.UNCHANGED);

    /** What a column may hold, in the order of the choices. */
    private static final List<String> FIELDS = Stream.concat(
                    Stream.of("enrolmentNumber", "name", "firstName", "middleName", "lastName"),
                    Stream.of(RegisterColumn.values()).map(RegisterColumn::code))
            .toList();

    @Inject
    private PageWords words;

    /** What a list is called. */
    public String title(ImportLook look) {
        if (isReset(look)) return words.get("selection.reset-title");
        return look.file() == null ? words.get("roll.unnamed") : look.file();
    }

    /** What a list is that is stored. */
    public String lead(ImportLook look) {
        return words.get(isReset(look) ? "roll.reset-lead" : "roll.stored-lead");
    }

    private static boolean isReset(ImportLook look) {
        return look.kind() == ImportLook.Kind.RESET;
    }

    /** Whether it is a file, of which rows can be counted. */
    public boolean file(ImportLook look) {
        return !isReset(look);
    }

    public String state(ImportLook look) {
        return words.get(
                switch (look.state()) {
                    case CHECKED -> "roll.state-checked";
                    case APPLYING -> "roll.state-applying";
                    case DONE -> "roll.state-done";
                });
    }

    /** Whether there are slips, in whatever state. */
    public boolean slips(ImportLook look) {
        return look.slips() != ImportLook.Slips.NONE;
    }

    public boolean making(ImportLook look) {
        return look.slips() == ImportLook.Slips.MAKING;
    }

    /** Whether the slips can be opened. */
    public boolean ready(ImportLook look) {
        return look.slips() == ImportLook.Slips.READY || given(look);
    }

    /** Whether somebody has opened them. */
    public boolean given(ImportLook look) {
        return look.slips() == ImportLook.Slips.GIVEN;
    }

    public boolean taken(ImportLook look) {
        return look.slips() == ImportLook.Slips.TAKEN;
    }

    /** Whether another order has replaced them all. */
    public boolean replaced(ImportLook look) {
        return look.slips() == ImportLook.Slips.REPLACED;
    }

    /** Whether another server of the hostel has them. */
    public boolean elsewhere(ImportLook look) {
        return look.slips() == ImportLook.Slips.ELSEWHERE;
    }

    public List<RollRow.Kind> getKinds() {
        return KINDS;
    }

    public String kind(RollRow.Kind kind) {
        return words.get(
                switch (kind) {
                    case ADDED -> "roll.kind-added";
                    case CHANGED -> "roll.kind-changed";
                    case MOVED -> "roll.kind-moved";
                    case UNCHANGED -> "roll.kind-unchanged";
                    case WRONG -> "roll.kind-wrong";
                    case MISSING -> "roll.kind-missing";
                });
    }

    public boolean missing(RollRow.Kind kind) {
        return kind == RollRow.Kind.MISSING;
    }

    public boolean added(RollLine line) {
        return line.row().kind() == RollRow.Kind.ADDED;
    }

    /** How many rows of a kind there are. */
    public long number(ImportLook look, RollRow.Kind kind) {
        return count(look, kind);
    }

    static long count(ImportLook look, RollRow.Kind kind) {
        return switch (kind) {
            case ADDED -> look.added();
            case CHANGED -> look.changed() - look.moved();
            case MOVED -> look.moved();
            case UNCHANGED -> look.unchanged();
            case WRONG -> look.wrong();
            case MISSING -> look.left();
        };
    }

    public List<String> getFields() {
        return FIELDS;
    }

    /** The name of what a column holds. */
    public String field(String field) {
        return switch (field) {
            case "enrolmentNumber" -> words.get("users.number");
            case "name" -> words.get("users.name");
            case "firstName" -> words.get("roll.first-name");
            case "middleName" -> words.get("roll.middle-name");
            case "lastName" -> words.get("roll.last-name");
            default -> words.get("column." + field.toLowerCase(Locale.ROOT));
        };
    }
}
