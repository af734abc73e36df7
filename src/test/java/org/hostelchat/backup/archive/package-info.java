/** Tests of the backup's format: whatever is cut off, changed or foreign is recognised. */
package org.hostelchat.backup.archive;
