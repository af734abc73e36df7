/**
 * The operator's configuration, read and validated once, with MicroProfile Config's names. The only package that knows
 * where settings come from.
 *
 * <p>Imports {@code launch}, {@code security} and {@code live.transport} of ours, whose types some settings have.
 * Imported by {@code platform} and {@code platform.db} only; every other package declares the record of settings that
 * it needs, which {@code platform} produces. Absent on purpose: beans.
 */
package org.hostelchat.platform.settings;
