package org.hostelchat.legacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Role;
import org.hostelchat.text.TextKey;
import org.hostelchat.user.EnrolmentNumbers;
import org.hostelchat.user.Names;
import org.hostelchat.user.NewUser;

/** Who the people of a file are: new accounts, accounts that are there, or nobody; and whom a message's sender means. */
final class ReportPeople {

    private static final int MOST_TROUBLES = 100;

    /** Stands for a name or id that several people have. */
    private static final String SEVERAL = "";

    private final Map<String, NewUser> usable = new LinkedHashMap<>();
    private final Map<String, String> numberById = new HashMap<>();
    private final Map<String, String> numberByName = new HashMap<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final int rows;
    private int unusable;
    private Map<String, Long> accounts = Map.of();

    ReportPeople(List<ReportFile.Person> people) {
        rows = people.size();
        people.forEach(this::read);
    }

    private void read(ReportFile.Person person) {
        var number = EnrolmentNumbers.normal(person.number());
        var typed = Names.normal(person.name());
        // A number says who it is; the office can correct the name.
        var name = typed.isEmpty() ? number : typed;
        var key = EnrolmentNumbers.key(number);
        var problem = EnrolmentNumbers.problem(number).or(() -> Names.problem(name));
        var first = usable.get(key);
        if (problem.isEmpty() && first != null && !Names.key(first.name()).equals(Names.key(name))) {
            problem = Optional.of(Phrase.of("legacy.number-twice", "number", number, "name", first.name()));
        }
        problem.ifPresent(why -> refuse(person, why));
        if (problem.isEmpty()) {
            usable.putIfAbsent(key, new NewUser(name, number, person.isAdmin() ? Role.ADMIN : Role.STUDENT, null));
        }
        var meant = problem.isEmpty() ? key : SEVERAL;
        name(numberByName, Names.key(typed), meant);
        name(numberById, TextKey.plain(person.id()), meant);
    }

    private void refuse(ReportFile.Person person, Phrase why) {
        unusable++;
        if (troubles.size() < MOST_TROUBLES) troubles.add(new Trouble(person.id(), Names.normal(person.name()), why));
    }

    private static void name(Map<String, String> names, String name, String number) {
        if (!name.isEmpty()) names.merge(name, number, (one, other) -> one.equals(other) ? one : SEVERAL);
    }

    List<NewUser> usable() {
        return List.copyOf(usable.values());
    }

    /** Sets which accounts there are, by the keys of their numbers. */
    void found(Map<String, Long> byNumber) {
        accounts = byNumber;
    }

    /** Who has no account yet. */
    List<NewUser> missing() {
        return usable.entrySet().stream()
                .filter(person -> !accounts.containsKey(person.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Whether somebody of the file is meant who can have an account. */
    boolean isKnown(ReportFile.Message message) {
        return !number(message).equals(SEVERAL);
    }

    /** The account of a message's sender; null if there is none. */
    Long author(ReportFile.Message message) {
        return accounts.get(number(message));
    }

    /** An enrolment number, a name that one person has, or an id; of what is stored as a number the id first. */
    private String number(ReportFile.Message message) {
        var sender = TextKey.plain(message.sender());
        if (message.senderIsNumber() && numberById.containsKey(sender)) return numberById.get(sender);
        var key = EnrolmentNumbers.key(sender);
        if (usable.containsKey(key)) return key;
        var named = numberByName.get(Names.key(Names.normal(message.sender())));
        return named != null ? named : numberById.getOrDefault(sender, SEVERAL);
    }

    int rows() {
        return rows;
    }

    int unusable() {
        return unusable;
    }

    List<Trouble> troubles() {
        return troubles;
    }
}
