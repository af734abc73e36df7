package org.hostelchat.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.List;
import org.hostelchat.principal.Caller;
import org.hostelchat.text.TextKey;

/** Who acted, with which token, and from where. */
@Embeddable
public class AuditActor {

    static final AuditActor NOBODY = new AuditActor();

    @Column(name = "by_id")
    private Long id;

    @Column(name = "by_name")
    private String name;

    /** The form of the name that {@link AuditSearch} searches in; not hashed, because it is derived from the name. */
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

    static final List<String> COLUMNS =
            List.of("by_id", "by_name", "by_key", "by_salt", "by_digest", "token_id", "token_name", "address");

    protected AuditActor() {}

    /** The values of {@link #COLUMNS}. */
    List<Object> row() {
        return Arrays.asList(id, name, key, salt, digest, tokenId, tokenName, address);
    }

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

    /** Whether there was a name, which has been erased. */
    boolean isNameRemoved() {
        return digest != null && salt == null;
    }

    /** The id of the account; 0 for the operator and machine tokens, null for automatic acts. */
    public Long id() {
        return id;
    }

    /** Null once the account is erased. */
    public String name() {
        return name;
    }

    /** The id of the access token that was used; null if none was. */
    public Long tokenId() {
        return tokenId;
    }

    /** Null if no token was used, and once its owner's account is erased. */
    public String tokenName() {
        return tokenName;
    }

    /** Null if it is not known. */
    public String address() {
        return address;
    }
}
