package org.hostelchat.storage;

import java.util.Collection;
import java.util.Collections;

/** The question marks of native SQL, for lists of parameters. */
public final class ParameterMarks {

    private ParameterMarks() {}

    /** One for each value, separated by commas. */
    public static String of(Collection<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }
}
