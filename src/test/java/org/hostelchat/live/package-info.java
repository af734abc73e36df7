/** Tests of the live door: the ring, the codec and the lines without a server, the socket as clients see it. */
package org.hostelchat.live;
