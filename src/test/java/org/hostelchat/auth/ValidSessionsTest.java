package org.hostelchat.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.message.MessageSettings;
import org.hostelchat.message.MessageWriter;
import org.hostelchat.message.SilentFeed;
import org.hostelchat.message.Stored;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.platform.db.SerialTransactions;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Room;
import org.hostelchat.storage.Transactions;
import org.hostelchat.support.MovableClock;
import org.hostelchat.support.Pause;
import org.hostelchat.user.NewUser;
import org.hostelchat.user.Register;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * A socket that is still open, on whatever node, stores nothing for a session or token that has ended: the writer looks,
 * in the transaction that stores.
 */
@EachEngine
class ValidSessionsTest {

    private static final String PASSWORD = "seventeen green umbrellas";
    private static final String NUMBER = "24/CS/1";
    private static final Device PHONE = new Device("10.0.0.7", "Firefox on Android");
    private static final Device LAPTOP = new Device("10.0.0.8", "Firefox on Linux");

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private BareDatabase database;
    private Register register;
    private Sessions sessions;
    private AccessTokens tokens;
    private SignIns signIns;
    private PasswordChanges passwords;
    private MessageWriter writer;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        // As in the server: several nodes store at once, but on SQLite there is one, whose writers take turns.
        Transactions transactions = engine == Engine.SQLITE ? new SerialTransactions(database) : database;
        var accounts = new Accounts(transactions, folder, clock);
        register = accounts.register;
        sessions = accounts.sessions;
        tokens = accounts.tokens;
        signIns = accounts.signIns;
        passwords = accounts.passwordChanges;
        writer = new MessageWriter(
                transactions, new SilentFeed(), new MessageSettings(10_000, 1_000, 0, 0), accounts.trail, clock);
        writer.start(Thread::new);
        register.register(Caller.OPERATOR, new NewUser("Asha Rao", NUMBER, Role.STUDENT, PASSWORD));
        register.register(Caller.OPERATOR, new NewUser("Warden", "W-1", Role.ADMIN, PASSWORD));
    }

    @AfterEach
    void close() {
        writer.stop();
        database.close();
    }

    private SignedIn signIn(Device device) {
        return signIns.signIn(NUMBER, PASSWORD, false, device).signedIn();
    }

    private CompletableFuture<Stored> submit(SignedIn by) {
        return submit(by, "tea?");
    }

    private CompletableFuture<Stored> submit(SignedIn by, String words) {
        return writer.submit(new MessageDraft.Post(by.caller(), Room.COMMON, UUID.randomUUID(), words));
    }

    private void posts(SignedIn by) throws Exception {
        submit(by).get(30, TimeUnit.SECONDS);
    }

    private static void assertRefused(CompletableFuture<Stored> answer) {
        var failure = assertThrows(ExecutionException.class, () -> answer.get(30, TimeUnit.SECONDS));
        assertEquals(
                "not-signed-in",
                assertInstanceOf(Refusal.NotSignedIn.class, failure.getCause()).slug());
    }

    @Test
    void whoSignsOutOnOneDevicePostsFromTheOther() throws Exception {
        var phone = signIn(PHONE);
        var laptop = signIn(LAPTOP);
        posts(phone);

        sessions.end(phone);

        assertRefused(submit(phone));
        posts(laptop);
    }

    @Test
    void aSessionThatIsEndedFromAnotherDeviceIsOver() throws Exception {
        var phone = signIn(PHONE);
        var laptop = signIn(LAPTOP);

        assertEquals(1, sessions.end(laptop.caller(), Set.of(phone.session())));

        assertRefused(submit(phone));
        posts(laptop);
    }

    @Test
    void aNewPasswordLeavesTheDeviceOnWhichItWasChosen() throws Exception {
        var phone = signIn(PHONE);
        var laptop = signIn(LAPTOP);

        passwords.change(laptop, PASSWORD, "eleven quiet corridors", "10.0.0.8");

        assertRefused(submit(phone));
        posts(laptop);
    }

    @Test
    void theOfficeEndsSessionsAndResetsPasswords() {
        var phone = signIn(PHONE);
        register.endSessions(Caller.OPERATOR, NUMBER);
        assertRefused(submit(phone));

        var again = signIn(PHONE);
        register.resetPassword(Caller.OPERATOR, NUMBER);
        assertRefused(submit(again));
    }

    @Test
    void aTokenThatIsRevokedOrHasExpiredWritesNothing() throws Exception {
        var warden = signIns.signIn("W-1", PASSWORD, false, PHONE).signedIn();
        var revoked = token(warden, "noticeboard");
        var expiring = token(warden, "weather");
        posts(revoked);
        posts(expiring);

        tokens.revoke(warden.caller(), revoked.caller().source().tokenId());
        assertRefused(submit(revoked));
        posts(expiring);

        clock.setForward(Duration.ofDays(2));
        assertRefused(submit(expiring));
    }

    private SignedIn token(SignedIn owner, String name) {
        var made = signIns.makeToken(owner, new TokenDraft(name, TokenScope.ALL, false, 1L), PASSWORD, "10.0.0.7");
        return tokens.resume(made.token()).orElseThrow();
    }

    /** Not only what is sent after the sign-out, but also what was under way: it is stored before its commit, or never. */
    @Test
    void whoeverPostsWithoutPauseHasStoredAllOnceTheSignOutIsCommitted() throws Exception {
        for (var round = 0; round < 12; round++) {
            var words = "round " + round;
            var phone = signIn(PHONE);
            var over = new AtomicBoolean();
            var answers = new ArrayList<CompletableFuture<Stored>>();
            var talking = new Thread(() -> {
                while (!over.get()) {
                    answers.add(submit(phone, words));
                    LockSupport.parkNanos(200_000);
                }
            });
            talking.start();
            Pause.until("the first is stored", Duration.ofSeconds(30), () -> stored(words) > 0);

            sessions.end(phone);
            var atTheEnd = stored(words);

            var sentLater = submit(phone, words);
            over.set(true);
            talking.join();
            assertRefused(sentLater);
            var acknowledged =
                    answers.stream().filter(ValidSessionsTest::isStored).count();
            assertEquals(atTheEnd, acknowledged);
            assertEquals(atTheEnd, stored(words));
        }
    }

    /** Only PostgreSQL has several transactions that write at once. */
    @Test
    void nobodyWaitsForASignOutThatIsUnderWay() throws Exception {
        Assumptions.assumeTrue(engine == Engine.POSTGRESQL);
        var phone = signIn(PHONE);
        var other = signIn(LAPTOP);
        try (var office = database.connect();
                var statement = office.createStatement()) {
            office.setAutoCommit(false);
            statement.execute("delete from sessions where token_hash = '"
                    + phone.caller().source().session() + "'");
            assertRefused(submit(phone, "too late"));
            posts(other);
            office.rollback();
        }
        posts(phone);
    }

    private static boolean isStored(CompletableFuture<Stored> answer) {
        return answer.handle((stored, refusal) -> stored != null)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    private long stored(String words) {
        return ((Number) database.query("select count(*) from messages where body = '" + words + "'")).longValue();
    }
}
