/**
 * The console: the pages with which officials manage the register, notices, messages and tokens.
 *
 * <p>Imports what {@code page} may import, and {@code page} itself. Absent on purpose: access rules. The core checks
 * the caller's role at every call, for the console, the API and the command line alike.
 */
package org.hostelchat.page.admin;
