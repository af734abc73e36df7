/**
 * The languages of the user interface and their message bundles: every text that people read on pages, in the chat, in
 * refusals and on the command line is in the bundles beside this package ({@code pages_*}, {@code problems_*}, {@code
 * chat_*}, {@code cli_*}), never in code or markup.
 *
 * <p>Imports nothing of ours; every other package may import it. English has every key; what another language lacks is
 * shown in English. {@code docs/languages.md} describes how to add a language. Absent on purpose: {@link
 * java.text.MessageFormat}, in which an apostrophe in a translation swallows a placeholder; {@link
 * java.util.ResourceBundle}, whose fallback depends on the server's locale; and the log, which is in English.
 */
package org.hostelchat.language;
