/**
 * Pictures and other files that posts carry: uploads, storage, and who may read them.
 *
 * <p>{@link org.hostelchat.attachment.Uploads} receives a file in pieces; {@link org.hostelchat.attachment.PostedFiles}
 * attaches complete ones to a post, within the transaction that stores it; {@link
 * org.hostelchat.attachment.FileReading} opens one for people who may read that post; {@link
 * org.hostelchat.attachment.FileUpkeep} removes what is not needed. Each file has a row in the table {@code files}; its
 * bytes are in the {@link org.hostelchat.attachment.BlobStore}, a port, under their hash.
 *
 * <p>Uploaded content is never decoded: the type is determined by the first bytes, and of a picture only its header and
 * the boundaries of its parts are read.
 *
 * <p>Core: imports {@code room}, {@code user}, {@code principal}, {@code storage} and
 * {@code meter} of ours. Absent on purpose: HTTP,
 * and messages.
 */
package org.hostelchat.attachment;
