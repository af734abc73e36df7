/** Tests of {@code org.hostelchat.cli.text}. */
package org.hostelchat.cli.text;
