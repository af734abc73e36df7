package org.hostelchat.principal;

/**
 * By what and from where a call is made: for the record, and so that what is stored later can be refused if the session
 * has ended meanwhile. Holds no secret.
 *
 * @param address the client's, as reported by a trusted proxy if there is one; null if it is not known
 * @param tokenId the id of the access token that was used; null for none
 * @param tokenName the token's name; null for none
 * @param session names the session, token or key that the caller has authenticated by; null if the call is not made by
 *     any
 */
public record CallSource(String address, Long tokenId, String tokenName, String session) {

    /** No token, and an unknown address. */
    public static final CallSource UNKNOWN = new CallSource(null, null, null, null);

    /** A copy with another address. */
    CallSource from(String otherAddress) {
        return new CallSource(otherAddress, tokenId, tokenName, session);
    }

    /** A copy with a token. */
    CallSource byToken(long id, String name) {
        return new CallSource(address, id, name, session);
    }

    /** A copy with a session. */
    CallSource through(String otherSession) {
        return new CallSource(address, tokenId, tokenName, otherSession);
    }
}
