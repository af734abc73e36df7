/**
 * Filters in front of the container's own endpoints: OpenAPI document and health checks.
 *
 * <p>Imports {@code form} of ours. Absent on purpose: access control, which is in {@code security}.
 */
package org.hostelchat.platform.web;
