package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.refusal.Violations;
import org.hostelchat.text.TextKey;

/**
 * Slips with initial passwords: of those whom a file has added, and of those whose passwords are made anew together. They are given until somebody
 * says that they are kept, and never after that, nor after a restart. Thread-safe. Never call it within a transaction.
 */
@ApplicationScoped
public class PasswordSlips {

    /** The most people whose passwords are made anew at once. */
    private static final int MOST = 20_000;

    private ImportRepository imports;
    private SlipRepository slips;
    private SlipOrders orders;
    private InitialPasswords passwords;
    private Clock clock;

    protected PasswordSlips() {}

    @Inject
    public PasswordSlips(
            ImportRepository imports,
            SlipRepository slips,
            SlipOrders orders,
            InitialPasswords passwords,
            Clock clock) {
        this.imports = imports;
        this.slips = slips;
        this.orders = orders;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Takes the passwords of several people away, signs them out everywhere, and has slips made for them. Officials, deactivated accounts and
     * unknown numbers are passed over.
     *
     * @param enrolmentNumbers 1 to 500
     * @return the id of the import with their slips
     * @throws Refusal.NotAllowed if the caller's password was given too long ago
     * @throws Refusal.Unacceptable if nobody is chosen, or too many are, or none of them is an active student
     */
    public long order(Caller by, Collection<String> enrolmentNumbers) {
        by.requireAdmin();
        by.requireRecentAuthentication(clock.instant());
        if (enrolmentNumbers.isEmpty() || enrolmentNumbers.size() > RegisterSelection.MOST) {
            var violations = new Violations();
            violations.check("people", Optional.of(Phrase.of("user.choose-some", "most", RegisterSelection.MOST)));
            violations.refuseIfAny("invalid-user");
        }
        return orders.forPeople(enrolmentNumbers, by, now()).orElseThrow(PasswordSlips::nobody);
    }

    /** The same for all active students who have never signed in. */
    public long orderForNeverSignedIn(Caller by) {
        return order(by, Map.of(), true);
    }

    /**
     * The same for all active students whom columns of the register name, at most 20,000.
     *
     * @param columns the accepted values of each column; empty for any
     * @param onlyNeverSignedIn whether those who have signed in keep their passwords
     */
    public long order(Caller by, Map<RegisterColumn, List<String>> columns, boolean onlyNeverSignedIn) {
        by.requireAdmin();
        by.requireRecentAuthentication(clock.instant());
        return orders.forThose(new UserFilter(null, columns), onlyNeverSignedIn, MOST, by, now())
                .orElseThrow(PasswordSlips::nobody);
    }

    /** How many active students have never signed in. */
    public long countNeverSignedIn(Caller by) {
        by.requireAdmin();
        return orders.neverSeen();
    }

    private static Refusal nobody() {
        return new Refusal.Unacceptable("nobody-chosen", "people", Phrase.of("slips.nobody"));
    }

    /**
     * The slips of an import, in order of wing and room, which are kept here until {@link #keep}. Somebody whose password has been changed in another
     * way has none.
     *
     * @throws Refusal.Gone if they were taken already, or another order has replaced them
     * @throws Refusal.Conflict if not all passwords are ready, or they are in the memory of another node
     */
    public List<InitialSlip> give(Caller by, long id) {
        by.requireAdmin();
        var row = imports.find(id).filter(RegisterImport::isApplied).orElseThrow(ImportRefusals::notThere);
        var count = slips.counts(List.of(id)).getOrDefault(id, SlipCount.NONE);
        switch (ImportLook.Progress.of(row, count, passwords.hashing()).slips()) {
            case TAKEN -> throw ImportRefusals.slipsTaken();
            case REPLACED -> throw ImportRefusals.slipsReplaced();
            case ELSEWHERE -> throw ImportRefusals.slipsElsewhere();
            case MAKING -> throw ImportRefusals.notReady();
            case NONE, READY, GIVEN -> {}
        }
        // If one of them is not known after all, it is made anew.
        passwords.doubt();
        var made = passwords.of(id);
        return slips.give(id, made, by, now()).stream()
                .filter(user -> made.containsKey(user.id()))
                .sorted(BY_PLACE)
                .map(user -> new InitialSlip(user, made.get(user.id()).password()))
                .toList();
    }

    /**
     * Forgets the slips of an import, because they are printed or stored elsewhere.
     *
     * @throws Refusal.Gone if they were forgotten already
     * @throws Refusal.Conflict if nobody has had them yet
     */
    public void keep(Caller by, long id) {
        by.requireAdmin();
        if (imports.find(id).filter(RegisterImport::isApplied).isEmpty()) throw ImportRefusals.notThere();
        slips.taken(id, now());
        passwords.forget(id);
    }

    /** As {@link #give} and {@link #keep}: they are told this once. */
    public List<InitialSlip> take(Caller by, long id) {
        var given = give(by, id);
        keep(by, id);
        return given;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private static final Comparator<User> BY_PLACE = Comparator.comparing(
                    (User user) -> place(user, RegisterColumn.WING))
            .thenComparing(user -> place(user, RegisterColumn.ROOM))
            .thenComparing(user -> Names.key(user.name()));

    /** Sorts numbers within by their value, so that room 9 comes before room 10. */
    private static String place(User user, RegisterColumn column) {
        var value = user.detail(column);
        if (value == null) return "\uFFFF";
        return DIGITS.matcher(TextKey.comparing(value))
                .replaceAll(digits -> "0".repeat(Math.max(0, 8 - digits.group().length())) + digits.group());
    }
}
