package org.hostelchat.user;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hostelchat.csv.CellDamage;
import org.hostelchat.csv.Sheet;
import org.hostelchat.csv.SheetCell;
import org.hostelchat.language.Phrase;

/** What storing a file does to the register as it is: one row after the other, compared with who has its number. */
final class RollPlan {

    private static final Set<String> PLACES =
            RegisterColumn.OF_PLACE.stream().map(RegisterColumn::code).collect(Collectors.toSet());

    private final RollFile file;
    private final Map<String, User> registered = new HashMap<>();
    /** The rows with each number, in the order of the file. */
    private final Map<String, List<Sheet.Row>> sameNumber = new HashMap<>();

    private final List<RollRow> rows = new ArrayList<>();
    private final List<RollError> errors = new ArrayList<>();

    private RollPlan(RollFile file) {
        this.file = file;
    }

    /** @param registered who has one of the file's numbers */
    static RollPlan of(RollFile file, List<User> registered) {
        var plan = new RollPlan(file);
        if (!RollFile.isUnderstood(file.columns())) return plan;
        registered.forEach(user -> plan.registered.put(EnrolmentNumbers.key(user.enrolmentNumber()), user));
        var column = file.column(RollFile.NUMBER);
        for (var row : file.rows()) {
            plan.sameNumber
                    .computeIfAbsent(EnrolmentNumbers.key(number(row, column)), number -> new ArrayList<>())
                    .add(row);
        }
        file.rows().forEach(plan::read);
        return plan;
    }

    /** The numbers in a file, in their normal forms. */
    static List<String> numbers(RollFile file) {
        var column = file.column(RollFile.NUMBER);
        if (column < 0) return List.of();
        return file.rows().stream()
                .map(row -> number(row, column))
                .filter(number -> !number.isEmpty() && number.length() <= EnrolmentNumbers.LONGEST)
                .toList();
    }

    private static String number(Sheet.Row row, int column) {
        return EnrolmentNumbers.normal(SheetCell.number(row.raw(column)));
    }

    private void read(Sheet.Row row) {
        var name = Names.normal(name(row));
        var number = number(row, file.column(RollFile.NUMBER));
        // The total, or a remark below the table.
        if (name.isEmpty() && number.isEmpty()) return;
        var found = errors.size();
        checkName(row, name);
        checkNumber(row, number);
        var details = new EnumMap<RegisterColumn, String>(RegisterColumn.class);
        for (var column : RegisterColumn.values()) readDetail(row, column, details);
        var user = registered.get(EnrolmentNumbers.key(number));
        var isWrong = errors.size() > found;
        var changes = isWrong || user == null ? List.<RollChange>of() : changes(user, name, details);
        var kind = isWrong ? RollRow.Kind.WRONG : kind(user, changes);
        rows.add(new RollRow(row.number(), kind, name, number, details, changes, user == null ? null : user.id()));
    }

    private String name(Sheet.Row row) {
        var parts = RollFile.NAMES.stream()
                .map(file::column)
                .filter(column -> column >= 0)
                .map(row::cell)
                .filter(part -> !part.isEmpty())
                .toList();
        return String.join(" ", parts);
    }

    private void checkName(Sheet.Row row, String name) {
        var cells = RollFile.NAMES.stream().map(file::column).filter(column -> column >= 0);
        add(
                row,
                "name",
                cells.map(row::raw)
                        .filter(CellDamage::isFormula)
                        .findFirst()
                        .map(RollPlan::formula)
                        .or(() -> CellDamage.ofAny(name).map(damage -> damaged(damage, name)))
                        .or(() -> Names.problem(name)));
    }

    private void checkNumber(Sheet.Row row, String number) {
        var raw = row.raw(file.column(RollFile.NUMBER));
        add(
                row,
                RollFile.NUMBER,
                Optional.of(raw)
                        .filter(CellDamage::isFormula)
                        .map(RollPlan::formula)
                        .or(() -> CellDamage.ofNumber(number, false).map(damage -> damaged(damage, number)))
                        .or(() -> EnrolmentNumbers.problem(number))
                        .or(() -> otherRow(row, number)
                                .map(other ->
                                        Phrase.of("import.number-twice", "number", number, "line", other.number()))));
    }

    /**
     * Another row with the number, because of which this one cannot be stored: nobody knows to whom the number belongs.
     * Empty for the first of several that say the same, which is stored once.
     */
    private Optional<Sheet.Row> otherRow(Sheet.Row row, String number) {
        var same = sameNumber.get(EnrolmentNumbers.key(number));
        var isFirst = same.get(0).number() == row.number();
        if (isFirst && same.stream().map(this::said).distinct().count() == 1) return Optional.empty();
        return Optional.of(same.get(isFirst ? 1 : 0));
    }

    /** What a row says of a person, without the number. */
    private List<String> said(Sheet.Row row) {
        var said = new ArrayList<String>();
        said.add(Names.key(Names.normal(name(row))));
        for (var column : RegisterColumn.values()) {
            var place = file.column(column.code());
            said.add(
                    place < 0
                            ? ""
                            : RegisterValues.normal(Map.of(column, row.cell(place)))
                                    .get(column));
        }
        return said;
    }

    private void readDetail(Sheet.Row row, RegisterColumn column, Map<RegisterColumn, String> details) {
        var place = file.column(column.code());
        if (place < 0) return;
        var value = RegisterValues.normal(Map.of(column, row.cell(place))).get(column);
        // An empty cell says nothing: what the register knows is kept.
        if (value.isEmpty()) return;
        var problem = Optional.of(row.raw(place))
                .filter(CellDamage::isFormula)
                .map(RollPlan::formula)
                .or(() -> damageOf(column, value))
                .or(() -> RegisterValues.problem(column, value));
        add(row, column.code(), problem);
        if (problem.isEmpty()) details.put(column, value);
    }

    private static Optional<Phrase> damageOf(RegisterColumn column, String value) {
        var damage =
                switch (column) {
                    case WING, FLOOR, ROOM, YEAR, PHONE -> CellDamage.ofNumber(value, false);
                    case COURSE, MESS, UNTIL -> CellDamage.ofAny(value);
                };
        return damage.map(kind -> damaged(kind, value));
    }

    private void add(Sheet.Row row, String field, Optional<Phrase> problem) {
        problem.ifPresent(message -> errors.add(new RollError(row.number(), field, message)));
    }

    private static Phrase formula(String cell) {
        return Phrase.of("import.formula", "cell", shown(cell));
    }

    private static Phrase damaged(CellDamage damage, String cell) {
        return switch (damage) {
            case POWER -> Phrase.of("import.damage-power", "cell", shown(cell));
            case DECIMALS -> Phrase.of("import.damage-decimals", "cell", shown(cell));
            case DATE -> Phrase.of("import.damage-date", "cell", shown(cell));
            case FAULT -> Phrase.of("import.damage-fault", "cell", shown(cell));
        };
    }

    private static String shown(String cell) {
        return cell.length() > 40
                ? cell.substring(0, cell.offsetByCodePoints(0, Math.min(40, cell.codePointCount(0, cell.length()))))
                        + "…"
                : cell;
    }

    private static List<RollChange> changes(User user, String name, Map<RegisterColumn, String> details) {
        var changes = new ArrayList<RollChange>();
        if (!name.equals(user.name())) changes.add(new RollChange("name", user.name(), name));
        details.forEach((column, value) -> {
            var now = user.detail(column);
            if (!value.equals(now)) changes.add(new RollChange(column.code(), now, value));
        });
        return changes;
    }

    private static RollRow.Kind kind(User user, List<RollChange> changes) {
        if (user == null) return RollRow.Kind.ADDED;
        if (changes.isEmpty()) return RollRow.Kind.UNCHANGED;
        return changes.stream().anyMatch(change -> PLACES.contains(change.field()))
                ? RollRow.Kind.MOVED
                : RollRow.Kind.CHANGED;
    }

    List<RollRow> rows() {
        return rows;
    }

    List<RollError> errors() {
        return errors;
    }

    int count(RollRow.Kind kind) {
        return (int) rows.stream().filter(row -> row.kind() == kind).count();
    }

    /** Whom a row is about, as the register had them when the file was compared; null for somebody new. */
    User user(RollRow row) {
        return registered.get(EnrolmentNumbers.key(row.number()));
    }

    /** The ids of the accounts that are named. */
    Set<Long> named() {
        return rows.stream()
                .map(this::user)
                .filter(Objects::nonNull)
                .map(User::id)
                .collect(Collectors.toSet());
    }
}
