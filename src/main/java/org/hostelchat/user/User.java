package org.hostelchat.user;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.hostelchat.auth.SignIns;
import org.hostelchat.language.Language;
import org.hostelchat.principal.CallSource;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;

/**
 * A resident or an official of the hostel. Outside this package users are read-only; they are changed by {@link
 * Register} and {@link SignIns}.
 */
@Entity
@Table(name = "users")
public class User {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "enrolment_number")
    private String enrolmentNumber;

    @Column(name = "enrolment_key")
    private String enrolmentKey;

    /** The text that {@link UserQuery} searches. */
    @Column(name = "search_key")
    private String searchKey;

    @Column(name = "password_hash")
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean active = true;

    /** A tag of {@link Language}; null if none was chosen. */
    private String language;

    /** Null if nothing is known. */
    @Embedded
    private Residence residence;

    @Column(name = "must_change_password")
    private boolean mustChangePassword = true;

    @Column(name = "password_set_at")
    private Instant passwordSetAt;

    @Column(name = "password_perhaps_misread")
    private boolean passwordPerhapsMisread;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    @Embedded
    private Mute mute;

    protected User() {}

    /** A new user without a password, see {@link #givePassword}. Name and number have been checked. */
    public User(String name, String enrolmentNumber, Role role, Instant now) {
        renumber(enrolmentNumber);
        rename(name);
        this.role = role;
        this.createdAt = now;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String enrolmentNumber() {
        return enrolmentNumber;
    }

    public Role role() {
        return role;
    }

    public boolean isActive() {
        return active;
    }

    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Null until the first sign-in; exact to about a minute. */
    public Instant lastSeenAt() {
        return lastSeenAt;
    }

    /** The caller for requests with a token. */
    public Caller asCaller() {
        return asCaller(null);
    }

    /** @param authenticatedAt when they last gave their password in this session */
    public Caller asCaller(Instant authenticatedAt) {
        return new Caller(id(), name, role, mustChangePassword, authenticatedAt, CallSource.UNKNOWN, language());
    }

    /** What the register knows of them in a column; null for nothing. */
    public String detail(RegisterColumn column) {
        return residence == null ? null : residence.get(column);
    }

    /** All that the register knows of them beside name, number and role. */
    public Map<RegisterColumn, String> details() {
        return residence == null ? Map.of() : residence.known();
    }

    /** Whether their last day is before this one: they can't sign in any more. */
    public boolean hasLeftBy(LocalDate today) {
        return residence != null && residence.isOverOn(today.toString());
    }

    /** Whether they hold office without an end: one of these a hostel has always. */
    boolean isLastingAdmin() {
        return isActiveAdmin() && detail(RegisterColumn.UNTIL) == null;
    }

    /** Whether this is an admin whose account is active. */
    public boolean isActiveAdmin() {
        return active && role == Role.ADMIN;
    }

    /** Until when and why what they write is refused; null if it is not, at this time. Officials are never muted. */
    public Mute muted(Instant now) {
        return role != Role.ADMIN && mute != null && mute.until().isAfter(now) ? mute : null;
    }

    void mute(Mute to) {
        mute = to;
    }

    public String passwordHash() {
        return passwordHash;
    }

    /** Whether the password may have been hashed as Latin-1, a defect of an earlier version: {@code auth} tries both. */
    public boolean isPasswordPerhapsMisread() {
        return passwordPerhapsMisread;
    }

    /** When the present password was set; an initial one expires after some days. */
    public Instant passwordSetAt() {
        return passwordSetAt;
    }

    public void rename(String to) {
        name = to;
        nameKey = Names.key(to);
        keepSearchKey();
    }

    void renumber(String to) {
        enrolmentNumber = to;
        enrolmentKey = EnrolmentNumbers.key(to);
        keepSearchKey();
    }

    /** @param values in their normal forms; empty for what is not known any more */
    public void describe(Map<RegisterColumn, String> values) {
        if (values.isEmpty()) return;
        // Another one, since the database's framework may not see a change within.
        var next = new Residence();
        details().forEach(next::set);
        values.forEach(next::set);
        residence = next;
        keepSearchKey();
    }

    String searchKey() {
        return searchKey;
    }

    /** The id that a row got which was stored by {@link UserRow}. */
    void stored(long as) {
        id = as;
    }

    private void keepSearchKey() {
        if (name == null) return;
        searchKey = UserQuery.searchKey(name, enrolmentNumber, residence == null ? "" : residence.searchKey());
    }

    void prefer(Language chosen) {
        language = chosen.tag();
    }

    /** Null if the user has chosen none, or one that this version does not offer. */
    private Language language() {
        return Language.of(language).orElse(null);
    }

    void changeRole(Role other) {
        role = other;
    }

    public void setActive(boolean to) {
        active = to;
    }

    /** Sets a password that the user did not choose, or, without {@code mustChange}, one that they did. */
    public void givePassword(String hash, boolean mustChange, Instant now) {
        passwordHash = hash;
        mustChangePassword = mustChange;
        passwordSetAt = now;
        passwordPerhapsMisread = false;
    }

    public void seen(Instant at) {
        if (lastSeenAt == null || lastSeenAt.isBefore(at)) lastSeenAt = at;
    }
}
