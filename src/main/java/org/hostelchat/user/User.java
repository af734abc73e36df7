package org.hostelchat.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hostelchat.auth.SignIns;
import org.hostelchat.language.Language;
import org.hostelchat.principal.CallSource;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;

/**
 * A resident or an official of the hostel, as the register has them. Outside this package users are only read; what may
 * change them stands in {@link Register} and {@link SignIns}.
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

    /** What {@link UserQuery} looks in. */
    @Column(name = "search_key")
    private String searchKey;

    @Column(name = "password_hash")
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean active = true;

    /** A tag of {@link Language}; null if none was chosen. */
    private String language;

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

    protected User() {}

    /** Somebody new; name and number have passed their rules. Without a password yet: see {@link #givePassword}. */
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

    /** Null until the first sign-in; exact to a minute or so. */
    public Instant lastSeenAt() {
        return lastSeenAt;
    }

    /** As somebody who shows a token with each call. */
    public Caller asCaller() {
        return asCaller(null);
    }

    /** @param authenticatedAt when they last gave their password in the session by which they call */
    public Caller asCaller(Instant authenticatedAt) {
        return new Caller(id(), name, role, mustChangePassword, authenticatedAt, CallSource.UNKNOWN, language());
    }

    /** Whether the hostel would lose an official with this account. */
    public boolean isActiveAdmin() {
        return active && role == Role.ADMIN;
    }

    public String passwordHash() {
        return passwordHash;
    }

    /** Whether the hash may be of the password as a form in Latin-1 was read: {@code auth} tries both. */
    public boolean isPasswordPerhapsMisread() {
        return passwordPerhapsMisread;
    }

    /** Since when the present password holds; an initial one is good for some days only. */
    public Instant passwordSetAt() {
        return passwordSetAt;
    }

    public void rename(String to) {
        name = to;
        nameKey = Names.key(to);
        searchKey = UserQuery.searchKey(name, enrolmentNumber);
    }

    void renumber(String to) {
        enrolmentNumber = to;
        enrolmentKey = EnrolmentNumbers.key(to);
        if (name != null) searchKey = UserQuery.searchKey(name, enrolmentNumber);
    }

    void prefer(Language chosen) {
        language = chosen.tag();
    }

    /** In which they want to be spoken to; null if they have not chosen, or one that this program does not speak. */
    private Language language() {
        return Language.of(language).orElse(null);
    }

    void changeRole(Role other) {
        role = other;
    }

    public void setActive(boolean to) {
        active = to;
    }

    /** A password from the office, which its owner has to replace unless it was they who chose it. */
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
