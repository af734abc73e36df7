/**
 * The folder in which the bytes of files are: the implementation of {@code attachment.BlobStore}.
 *
 * <p>Imports {@code attachment}, {@code platform.settings} and {@code storage} of ours. Absent on purpose: rows and rights.
 */
package org.hostelchat.platform.files;
