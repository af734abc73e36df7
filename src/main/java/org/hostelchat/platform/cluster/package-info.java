/**
 * Several nodes over one PostgreSQL database: what carries hints between them, which nodes are there, who is present on
 * each, and which of them does the work that only one may do. The ports are in {@code cluster} and {@code presence}.
 *
 * <p>A node is known by its row in the database and by an advisory lock ({@link
 * org.hostelchat.platform.cluster.NodeRegistry}, {@link org.hostelchat.platform.cluster.NodeSession}). Hints go over the
 * Payara Data Grid if {@code payara/start --members} names its members, else over {@code LISTEN} and {@code NOTIFY}.
 * Over SQLite there is one node, and nothing of this is started.
 *
 * <p>May import {@code cluster}, {@code changelog}, {@code presence}, {@code principal}, {@code storage} and {@code platform.settings}.
 * Absent on purpose: anything that is right only while the grid is whole.
 */
package org.hostelchat.platform.cluster;
