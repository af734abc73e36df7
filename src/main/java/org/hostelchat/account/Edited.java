package org.hostelchat.account;

import java.util.List;

/**
 * What a change to an account came to.
 *
 * @param revoked the tokens that went with the rights they carried
 */
record Edited(User user, List<AccessToken> revoked) {}
