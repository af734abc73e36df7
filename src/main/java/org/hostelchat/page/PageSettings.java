package org.hostelchat.page;

import java.time.ZoneId;

/**
 * What the pages need to know of the configuration.
 *
 * @param hostelName stands on the front door and in every title
 * @param zone in which pages without JavaScript write times; with it, the reader's own is used
 * @param version of the program, for officials
 */
public record PageSettings(String hostelName, ZoneId zone, String version) {}
