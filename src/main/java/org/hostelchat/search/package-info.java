/**
 * Search for everybody in what they may read.
 *
 * <p>{@link org.hostelchat.search.Tokens} is the one place that says what a word is, in every script; index, query and marks all use
 * it, and databases only store what it made. A {@link org.hostelchat.search.SearchIndex} gives candidates, {@link
 * org.hostelchat.search.Search} looks at each of them again: whether it still says what was looked for, and whether the caller may
 * read it now. {@link org.hostelchat.search.SearchIndexer} follows the rooms' logs by number and keeps the index.
 *
 * <p>Core: imports {@code room}, {@code user}, {@code principal}, {@code storage}, {@code text} and {@code refusal} of ours. Absent on purpose:
 * everything of a particular database (the port is implemented by {@code platform.db}), and any part in storing a message: nobody
 * who posts waits for the index.
 */
package org.hostelchat.search;
