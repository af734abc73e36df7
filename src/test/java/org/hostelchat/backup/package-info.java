/** Tests of backups: over a running server, restored into another folder. */
package org.hostelchat.backup;
