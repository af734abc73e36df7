package org.hostelchat.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.hostelchat.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTest {

    private static RequestHead of(String path, String query, String host) {
        return new RequestHead("GET", "HTTP/1.1", path, query, List.of(host), List.of(), List.of(), List.of());
    }

    private static int status(RequestHead head) {
        return head.check().map(Refused::status).orElse(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "//",
                "/login",
                "/api/users/21%2FCS%2F042",
                "/api/users/21%2fcs%2f042/sessions",
                "/api/users/%E0%A4%85",
                "/a..b/...",
                "/a|b^c",
                "/admin/"
            })
    void properAddressesPass(String path) {
        assertEquals(200, status(of(path, null, "127.0.0.1:8080")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "login",
                "/..",
                "/../",
                "/.",
                "/x//y/..",
                "/a/./b",
                "/%2e%2e/",
                "/a%2f..%2fb",
                "/..;x/y",
                "/login;x=y",
                "/health;/admin/",
                "/admin/users.xhtml;x",
                "/api/files/7;",
                "/.;/",
                "/%zz",
                "/%",
                "/%4",
                "/login%4",
                "/%ff",
                "/%c0%af",
                "/%ed%a0%80",
                "/%00",
                "/%0d%0a",
                "/%7f",
                "/a\\b",
                "/a%5cb",
                "/é",
                "/a b",
                "/%١١"
            })
    void whatIsNoAddressDoesNot(String path) {
        assertEquals(400, status(of(path, null, "127.0.0.1")));
    }

    @Test
    void refusalsAreInTheReadersLanguage() {
        var unsound = List.of(
                of("*", null, "127.0.0.1"),
                of("/", null, "a b"),
                new RequestHead("GET", "HTTP/2", "/", null, List.of("a"), List.of(), List.of(), List.of()),
                new RequestHead("TRACE", "HTTP/1.1", "/", null, List.of("a"), List.of(), List.of(), List.of()),
                new RequestHead("GET", "HTTP/1.1", "/", null, List.of("a"), List.of("1", "1"), List.of(), List.of()),
                new RequestHead("GET", "HTTP/1.1", "/", null, List.of("a"), List.of(), List.of(), List.of("gzip")));
        for (var head : unsound) {
            var detail = head.check().orElseThrow().detail();
            assertNotEquals(detail.in(Language.EN), detail.in(Language.HI));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat.hostel", "chat.hostel:8080", "127.0.0.1", "[::1]:8080", "a_b", "x:65535"})
    void hostsPass(String host) {
        assertEquals(200, status(of("/", "q=%ff&a=|", host)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":80",
                "a:b",
                "a:99999",
                "a:999999999999",
                "a/b",
                "a@b",
                "a,b",
                "[::1",
                "x, INJECT [org.hostelchat.audit] signed-in",
                "a\tb",
                "é"
            })
    void whatIsNoHostDoesNot(String host) {
        assertEquals(400, status(of("/", null, host)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5| | |200",
                "|chunked| |200",
                "|CHUNKED| |200",
                "5|chunked| |400",
                "5,5| | |400",
                "|chunked, identity| |400",
                "|identity| |400",
                "|gzip, chunked| |400",
                "|chunked,chunked| |400",
                "|chunked;q=1| |400",
                "| |gzip|415",
                "| |br|415",
                "| |identity|200"
            })
    void aBodyHasOneLengthAndIsAsItIs(String length, String transfer, String content, int status) {
        var head = new RequestHead(
                "POST",
                "HTTP/1.1",
                "/",
                null,
                List.of("x"),
                length == null ? List.of() : List.of(length.split(",", -1)),
                transfer == null ? List.of() : List.of(transfer),
                content == null ? List.of() : List.of(content));
        assertEquals(status, status(head));
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.1,400", "HTTP/1.0,200", "HTTP/0.9,505", "HTTP/2.0,505", "'',505"})
    void onlyTheOldProtocolNeedsNoHost(String protocol, int status) {
        assertEquals(
                status,
                status(new RequestHead("GET", protocol, "/", null, List.of(), List.of(), List.of(), List.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "é", "\u0000"})
    void aQueryIsPlainToo(String query) {
        assertEquals(400, status(of("/", query, "x")));
    }
}
