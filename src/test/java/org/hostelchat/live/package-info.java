/** Tests of the WebSocket adapter: the ring, the codec and the connections without a server, the socket as clients see it. */
package org.hostelchat.live;
