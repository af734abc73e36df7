package org.hostelchat.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.hostelchat.principal.Caller;
import org.hostelchat.text.TextKey;

/** Who did it, by which token, and from where. */
@Embeddable
public class AuditActor {

    static final AuditActor NOBODY = new AuditActor();

    @Column(name = "by_id")
    private Long id;

    @Column(name = "by_name")
    private String name;

    /** What {@link AuditSearch} looks in; not hashed, since it follows from the name. */
    @Column(name = "by_key")
    private String key;

    @Column(name = "by_salt")
    private String salt;

    @Column(name = "by_digest")
    private String digest;

    @Column(name = "token_id")
    private Long tokenId;

    @Column(name = "token_name")
    private String tokenName;

    private String address;

    protected AuditActor() {}

    /** @return null for null */
    static AuditActor of(Caller by) {
        if (by == null) return null;
        var actor = new AuditActor();
        actor.id = by.id();
        actor.name = by.name();
        actor.key = TextKey.searching(by.name());
        actor.tokenId = by.source().tokenId();
        actor.tokenName = by.source().tokenName();
        actor.address = by.source().address();
        actor.salt = NameDigest.newSalt();
        actor.digest = NameDigest.of(actor.salt, actor.name, actor.tokenName);
        return actor;
    }

    void addTo(CanonicalHash hash) {
        hash.number(id).text(digest).number(tokenId).text(address);
    }

    boolean namesFit() {
        return NameDigest.fits(digest, salt, name, tokenName);
    }

    void removeName() {
        name = null;
        key = null;
        salt = null;
        tokenName = null;
    }

    /** Whether it had a name, which was removed. */
    boolean isNameRemoved() {
        return digest != null && salt == null;
    }

    /** The number of the account; 0 for the operator and the office's own tokens, null for what happened by itself. */
    public Long id() {
        return id;
    }

    /** Null once the account is erased. */
    public String name() {
        return name;
    }

    /** The number of the access token by which it was done; null for none. */
    public Long tokenId() {
        return tokenId;
    }

    /** Null for none, and once its owner's account is erased. */
    public String tokenName() {
        return tokenName;
    }

    /** Null where it is not known. */
    public String address() {
        return address;
    }
}
