/** Tests of the transports, the frames' bytes and the closing handshake, without a server. */
package org.hostelchat.live.transport;
