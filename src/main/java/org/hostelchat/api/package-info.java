/**
 * The door for programs: one resource per noun below {@code /api}, spoken as {@code docs/protocol.md} and the OpenAPI
 * document say.
 *
 * <p>A resource reads a request, calls one core service and answers with what that gave, in a form of {@link org.hostelchat.wire}:
 * one thing or a {@link org.hostelchat.api.Listing}, written by {@link org.hostelchat.api.JsonWriter}, lists as CSV too by {@link
 * org.hostelchat.api.CsvWriter}. Bodies of requests are records, read by {@link org.hostelchat.api.BodyReader}. Absent on purpose: rights and rules (the core has them), mappers between entities
 * and bodies, and any error page: whatever goes wrong becomes a problem in {@link org.hostelchat.api.RefusalMapper} or
 * {@link org.hostelchat.api.FaultMapper}.
 *
 * <p>May import the core, {@code wire}, {@code csv} and {@code refusal}; no other door.
 */
package org.hostelchat.api;
