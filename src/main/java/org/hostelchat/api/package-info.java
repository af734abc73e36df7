/**
 * The API for programs: one resource per noun below {@code /api}, as described in {@code docs/protocol.md} and the
 * OpenAPI document.
 *
 * <p>A resource reads a request, calls one core service and returns the result in a form of {@link
 * org.hostelchat.wire}: one object or a {@link org.hostelchat.api.Listing}, written by {@link
 * org.hostelchat.api.JsonWriter}, lists as CSV too by {@link org.hostelchat.api.CsvWriter}. Request bodies are records,
 * read by {@link org.hostelchat.api.BodyReader}. Absent on purpose: rights and rules (the core has them; {@link
 * org.hostelchat.api.AdminsOnly} only has it asked earlier), mappers between entities and bodies, and error pages: every failure becomes a problem in {@link
 * org.hostelchat.api.RefusalMapper} or {@link org.hostelchat.api.FaultMapper}.
 *
 * <p>May import the core, {@code wire}, {@code csv} and {@code refusal}; no other adapter.
 */
package org.hostelchat.api;
