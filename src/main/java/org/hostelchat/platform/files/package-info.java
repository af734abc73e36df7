/**
 * The folder that contains the bytes of files: the implementation of {@code attachment.BlobStore}.
 *
 * <p>Imports {@code attachment}, {@code platform.settings} and {@code storage} of ours. Absent on purpose: rows and
 * access rules.
 */
package org.hostelchat.platform.files;
