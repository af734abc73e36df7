package org.hostelchat.page;

import java.time.ZoneId;

/**
 * The part of the configuration that pages need.
 *
 * @param hostelName shown on the sign-in page and in every title
 * @param zone of times on pages without JavaScript; with it, the reader's own is used
 * @param version of the program, for officials
 */
public record PageSettings(String hostelName, ZoneId zone, String version) {}
