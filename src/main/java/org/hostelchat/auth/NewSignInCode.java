package org.hostelchat.auth;

import java.time.Instant;
import org.hostelchat.user.User;

/**
 * A code that signs somebody in once, to be shown to them and to nobody else.
 *
 * @param code such as {@code k7m3p-x9qwd-a2cfn-7hj4r-tq8vw}; a secret
 * @param until when it stops working
 */
public record NewSignInCode(User user, String code, Instant until) {

    private static final String PAGE = "enter";

    /**
     * Where the person enters with the code already given. It is in the fragment, which browsers send to no server, so no log
     * and no referrer has it.
     *
     * @param hostel the address of the hostel with a slash at its end; empty if none is known
     * @return empty if no address is known
     */
    public String address(String hostel) {
        return hostel.isEmpty() ? "" : hostel + PAGE + '#' + code;
    }
}
