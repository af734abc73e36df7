package org.hostelchat.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hostelchat.principal.Caller;
import org.hostelchat.user.EnrolmentNumbers;
import org.hostelchat.user.LoginMatch;
import org.hostelchat.user.Names;
import org.hostelchat.user.User;
import org.hostelchat.user.UserRepository;

/** A roll on a sheet of paper. */
class FakeUserRepository extends UserRepository {

    private final List<User> users = new ArrayList<>();

    @Override
    public void add(User user, Caller by) {
        users.add(user);
    }

    @Override
    public void addFirstAdmin(User user, Caller by) {
        users.add(user);
    }

    @Override
    public boolean hasAdmin() {
        return users.stream().anyMatch(User::isActiveAdmin);
    }

    @Override
    public Optional<User> find(long id) {
        return users.stream().filter(user -> user.id() == id).findFirst();
    }

    @Override
    public Optional<LoginMatch> findByLogin(String login) {
        var key = EnrolmentNumbers.key(login);
        var named = users.stream()
                .filter(user -> Names.key(user.name()).equals(key))
                .toList();
        return users.stream()
                .filter(user -> EnrolmentNumbers.key(user.enrolmentNumber()).equals(key))
                .map(user -> new LoginMatch(user, false))
                .findFirst()
                .or(() -> named.stream().findFirst().map(user -> new LoginMatch(user, named.size() > 1)));
    }

    @Override
    public void choosePassword(User verified, Caller by, String hash, String sessionId, Instant now) {
        find(verified.id()).orElseThrow().givePassword(hash, false, now);
    }
}
