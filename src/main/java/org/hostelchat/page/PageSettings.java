package org.hostelchat.page;

import java.time.ZoneId;

/**
 * What the pages need to know of the configuration.
 *
 * @param hostelName stands on the front door and in every title
 * @param zone in which pages without JavaScript write times; with it, the reader's own is used
 */
public record PageSettings(String hostelName, ZoneId zone) {}
