/**
 * What happens to a connection and a request before the servlet container sees it: invalid HTTP is refused, bodies are
 * received completely within limits of time and size, and threads are reserved for the chat's WebSockets. A client that
 * sends slowly, or not at all, therefore never occupies a server thread.
 *
 * <p>Implemented as filters in the chain of <a href="https://github.com/eclipse-ee4j/grizzly">Grizzly</a>, the server's
 * transport; {@link org.hostelchat.listener.ListenerGuard} installs them. Where it cannot, the chat works without them.
 * Checked with Grizzly 4.0.2 in Payara 6.2025.10.
 *
 * <p>Imports {@code refusal} and {@code language} of ours; imported by {@code platform} only. Absent on purpose: authorisation, which is in {@code
 * security}.
 */
package org.hostelchat.listener;
