/** The hostel's operator at work: starting, stopping, upgrading, and doing it wrong. */
package org.hostelchat.ops;
