package org.hostelchat.attachment;

/**
 * How far an upload has come.
 *
 * @param id of the file that it becomes
 * @param offset how many bytes are kept: the next piece begins there
 * @param size how many there will be
 */
public record UploadProgress(long id, String name, long offset, long size) {}
