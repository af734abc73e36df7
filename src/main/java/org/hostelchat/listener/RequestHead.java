package org.hostelchat.listener;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hostelchat.language.Phrase;

/**
 * The head of a request, checked before anything else processes it: it must be valid HTTP that a proxy and this server
 * cannot interpret differently, and must not be something that the container answers by itself.
 *
 * @param method such as {@code GET}
 * @param protocol such as {@code HTTP/1.1}
 * @param path as received, still encoded, without the query
 * @param query as received; null if there is none
 * @param hosts the values of all {@code Host} headers
 * @param lengths of all {@code Content-Length} headers
 * @param transferEncodings of all {@code Transfer-Encoding} headers
 * @param contentEncodings of all {@code Content-Encoding} headers
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112</a>
 */
record RequestHead(
        String method,
        String protocol,
        String path,
        String query,
        List<String> hosts,
        List<String> lengths,
        List<String> transferEncodings,
        List<String> contentEncodings) {

    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+])(?::(\\d{1,5}))?");

    private static final int LAST_PORT = 65_535;

    /** Why the request is refused; empty if it is accepted. */
    Optional<Refused> check() {
        if (!protocol.equals("HTTP/1.1") && !protocol.equals("HTTP/1.0")) {
            return Optional.of(new Refused(505, "http-version", Phrase.of("request.http-version")));
        }
        if (method.equals("TRACE") || method.equals("CONNECT")) {
            return Optional.of(new Refused(405, "method-not-allowed", Phrase.of("api.no-such-method")));
        }
        if (!isHostSound()) {
            return Optional.of(Refused.unreadable("host", Phrase.of("request.host")));
        }
        if (!isLengthSound()) {
            return Optional.of(Refused.unreadable("length", Phrase.of("request.length")));
        }
        if (!isTargetSound()) {
            return Optional.of(Refused.unreadable("path", Phrase.of("request.path")));
        }
        return contentEncodings.stream().allMatch(encoding -> encoding.equalsIgnoreCase("identity"))
                ? Optional.empty()
                : Optional.of(new Refused(415, "content-encoding", Phrase.of("request.content-encoding")));
    }

    private boolean isHostSound() {
        if (hosts.isEmpty()) return protocol.equals("HTTP/1.0");
        if (hosts.size() > 1) return false;
        var host = HOST.matcher(hosts.get(0));
        return host.matches() && (host.group(1) == null || Integer.parseInt(host.group(1)) <= LAST_PORT);
    }

    private boolean isLengthSound() {
        if (transferEncodings.isEmpty()) return lengths.size() <= 1;
        return lengths.isEmpty()
                && transferEncodings.size() == 1
                && transferEncodings.get(0).toLowerCase(Locale.ROOT).equals("chunked")
                && protocol.equals("HTTP/1.1");
    }

    private boolean isTargetSound() {
        return path.startsWith("/")
                && isPlain(path)
                && !hasParameters(path)
                && (query == null || isPlain(query))
                && isPathSound();
    }

    /** Nothing here has parameters in its path, and servlets, filters and resources disagree on where such a path leads. */
    private static boolean hasParameters(String path) {
        return path.indexOf(';') >= 0;
    }

    /** Whether the text has only characters that are allowed in a request line. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** Whether the decoded path has no control characters, backslashes, {@code .} or {@code ..} segments. */
    private boolean isPathSound() {
        var decoded = decoded(path);
        if (decoded == null || decoded.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '\\')) return false;
        for (var segment : decoded.split("/", -1)) {
            var semicolon = segment.indexOf(';');
            var name = semicolon < 0 ? segment : segment.substring(0, semicolon);
            if (name.equals(".") || name.equals("..")) return false;
        }
        return true;
    }

    /** The decoded path, or null if an escape is malformed or the result is not UTF-8. */
    private static String decoded(String path) {
        var bytes = ByteBuffer.allocate(path.length());
        for (var i = 0; i < path.length(); i++) {
            if (path.charAt(i) != '%') {
                bytes.put((byte) path.charAt(i));
                continue;
            }
            if (i + 2 >= path.length()) return null;
            var high = hex(path.charAt(i + 1));
            var low = hex(path.charAt(i + 2));
            if (high < 0 || low < 0) return null;
            bytes.put((byte) (high << 4 | low));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    /** The value of an ASCII hexadecimal digit. {@code Character.digit} would accept the digits of every script. */
    private static int hex(char c) {
        return "0123456789abcdef".indexOf(Character.toLowerCase(c));
    }
}
