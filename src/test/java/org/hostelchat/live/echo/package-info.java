/** An endpoint that says back what it is told, deployed beside ours as a WAR of its own; imports nothing of ours. */
package org.hostelchat.live.echo;
