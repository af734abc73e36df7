/**
 * The languages of the house and their words: what people read on pages, in the chat and in refusals comes out of the bundles beside
 * this package ({@code pages_*}, {@code problems_*}, {@code chat_*}, {@code cli_*}), never out of code or markup.
 *
 * <p>Imports nothing of ours; every other package may import it. English has every key; what another language lacks is said in
 * English. {@code docs/languages.md} tells how a language is added. Absent on purpose: {@link java.text.MessageFormat}, in which an
 * apostrophe of a translator eats a placeholder, {@link java.util.ResourceBundle}, whose fallback depends on the server's locale, and
 * the log, which is English.
 */
package org.hostelchat.language;
