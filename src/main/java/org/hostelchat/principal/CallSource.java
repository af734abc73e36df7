package org.hostelchat.principal;

/**
 * By what and from where a call is made, for the record. Holds no secret.
 *
 * @param address the client's, as reported by a trusted proxy if there is one; null if it is not known
 * @param tokenId the id of the access token that was used; null for none
 * @param tokenName the token's name; null for none
 */
public record CallSource(String address, Long tokenId, String tokenName) {

    /** No token, and an unknown address. */
    public static final CallSource UNKNOWN = new CallSource(null, null, null);

    /** A copy with another address. */
    CallSource from(String otherAddress) {
        return new CallSource(otherAddress, tokenId, tokenName);
    }

    /** A copy with a token. */
    CallSource byToken(long id, String name) {
        return new CallSource(address, id, name);
    }
}
