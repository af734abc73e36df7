/** Tests of {@code org.hostelchat.cli.roll}. */
package org.hostelchat.cli.roll;
