package org.hostelchat.principal;

/**
 * By what and from where somebody calls, for the record. Holds no secret.
 *
 * @param address of the client as the server sees it, behind a trusted proxy as the proxy names it; null where it is not known
 * @param tokenId the number of the access token that was shown; null for none
 * @param tokenName what its maker called it; null for none
 */
public record CallSource(String address, Long tokenId, String tokenName) {

    /** From nowhere that is known, and without a token. */
    public static final CallSource UNKNOWN = new CallSource(null, null, null);

    /** The same from another address. */
    CallSource from(String otherAddress) {
        return new CallSource(otherAddress, tokenId, tokenName);
    }

    /** The same by a token. */
    CallSource byToken(long id, String name) {
        return new CallSource(address, id, name);
    }
}
