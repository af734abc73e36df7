/**
 * Pictures and other files that posts carry: uploads, what is kept of them, and who may read them.
 *
 * <p>{@link org.hostelchat.attachment.Uploads} takes a file in, in pieces; {@link org.hostelchat.attachment.PostedFiles} ties complete ones to a
 * post, within the transaction that stores it; {@link org.hostelchat.attachment.FileReading} opens one for whoever may read that post; {@link
 * org.hostelchat.attachment.FileUpkeep} removes what nobody needs. A row in the table {@code files} stands for each file; its bytes are in the
 * {@link org.hostelchat.attachment.BlobStore}, a port, under their hash.
 *
 * <p>What is uploaded is never decoded: a type is what the first bytes say, and of a picture only its head and the borders of its parts are read.
 *
 * <p>Core: imports {@code room}, {@code user}, {@code principal} and {@code storage} of ours. Absent on purpose: HTTP, and messages.
 */
package org.hostelchat.attachment;
