/**
 * Filters in front of what the container answers by itself: the description of the API, and the health checks.
 *
 * <p>Imports nothing of ours. Absent on purpose: who may come in; {@code security} says that.
 */
package org.hostelchat.platform.web;
