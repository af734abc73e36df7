package org.hostelchat.bench.load;

/** Searching and reading numbers in ASCII bytes. */
final class AsciiBytes {

    private AsciiBytes() {}

    /** Where the needle begins at or after an index, or -1. */
    static int indexOf(byte[] text, byte[] needle, int from) {
        for (int i = from; i <= text.length - needle.length; i++) {
            int k = 0;
            while (k < needle.length && text[i + k] == needle[k]) {
                k++;
            }
            if (k == needle.length) {
                return i;
            }
        }
        return -1;
    }

    /** The decimal number at an index; 0 if there is none. */
    static long number(byte[] text, int at) {
        long number = 0;
        for (int i = at; i < text.length && text[i] >= '0' && text[i] <= '9'; i++) {
            number = number * 10 + (text[i] - '0');
        }
        return number;
    }

    /** The decimal number after the needle, or -1 if the needle is not there. */
    static long numberAfter(byte[] text, byte[] needle, int from) {
        int at = indexOf(text, needle, from);
        return at < 0 ? -1 : number(text, at + needle.length);
    }
}
