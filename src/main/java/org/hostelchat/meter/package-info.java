/**
 * What the chat counts of itself, from the start of the process on: cheap enough for the hottest paths.
 *
 * <p>Imports nothing of ours. Absent on purpose: how the figures are told, which {@code platform} sees to.
 */
package org.hostelchat.meter;
