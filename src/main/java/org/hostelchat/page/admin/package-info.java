/**
 * The console: the pages with which officials keep the register, the board, the talk and the tokens.
 *
 * <p>Imports what {@code page} may import, and {@code page} itself. Absent on purpose: any right. The core checks the
 * caller's role at every call, the same for the console, the API and the command line.
 */
package org.hostelchat.page.admin;
