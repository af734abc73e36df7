/**
 * Full-text search in the messages that a person may read.
 *
 * <p>{@link org.hostelchat.search.Tokens} alone defines what a word is, in every script: the index, queries and the
 * marks in results use it, and the database only stores the terms that it made. A {@link
 * org.hostelchat.search.SearchIndex} gives candidates. {@link org.hostelchat.search.Search} checks each of them against
 * the database: whether it still matches, and whether the caller may read it now. {@link
 * org.hostelchat.search.SearchIndexer} follows the rooms' logs and updates the index.
 *
 * <p>Core: imports {@code attachment}, {@code room}, {@code user}, {@code principal}, {@code storage}, {@code text}, {@code language} and
 * {@code refusal} of ours. Absent on purpose: everything specific to one database ({@code platform.db} implements the
 * port), and any part in storing a message: posts never wait for the index.
 */
package org.hostelchat.search;
