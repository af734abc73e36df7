/**
 * What happens to a connection and a request before the servlet container sees it: requests that are no proper HTTP are answered,
 * bodies are taken in whole, within a time and a size, and threads are kept for the chat's sockets. So nobody holds a thread of the
 * server's by sending slowly, or not at all.
 *
 * <p>Works by filters in the chain of <a href="https://github.com/eclipse-ee4j/grizzly">Grizzly</a>, the server's transport;
 * {@link org.hostelchat.listener.ListenerGuard} puts them there. Where it can't, the chat runs all the same, without them. Checked with
 * Grizzly 4.0.2 in Payara 6.2025.10.
 *
 * <p>Imports {@code refusal}; nobody imports it but {@code platform}. Absent on purpose: who may do what, which {@code security}
 * decides.
 */
package org.hostelchat.listener;
