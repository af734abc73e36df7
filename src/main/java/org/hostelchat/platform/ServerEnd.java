package org.hostelchat.platform;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Runs work before the server begins to stop, and makes the server wait for it. Payara stops data source, WebSockets
 * and applications in parallel, so an application is notified too late to close connections properly; this listens to
 * an event that Payara sends before. By reflection, because its classes are not in a public artifact; where they are
 * not found, the normal undeployment event is all there is. Checked with Payara 6.2025.10.
 */
final class ServerEnd implements InvocationHandler {

    private static final System.Logger LOG = System.getLogger(ServerEnd.class.getName());
    private static final String API = "org.glassfish.api.event.";
    private static final String BEGINS = "prepare_shutdown";

    private final Runnable work;

    private ServerEnd(Runnable work) {
        this.work = work;
    }

    /**
     * @param work called on the thread that stops the server
     * @return to be run at undeployment, to release all references to the application
     */
    static Runnable before(Runnable work) {
        try {
            var loader = ServerEnd.class.getClassLoader();
            var listenerType = Class.forName(API + "EventListener", false, loader);
            var eventsType = Class.forName(API + "Events", false, loader);
            var events = Class.forName("org.glassfish.internal.api.Globals", false, loader)
                    .getMethod("get", Class.class)
                    .invoke(null, eventsType);
            var listener = Proxy.newProxyInstance(loader, new Class<?>[] {listenerType}, new ServerEnd(work));
            eventsType.getMethod("register", listenerType).invoke(events, listener);
            var unregister = eventsType.getMethod("unregister", listenerType);
            return () -> call(unregister, events, listener);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The server will not say when it ends: good-byes may be cut short", e);
            return () -> {};
        }
    }

    private static void call(Method method, Object on, Object argument) {
        try {
            method.invoke(on, argument);
        } catch (ReflectiveOperationException e) {
            LOG.log(System.Logger.Level.DEBUG, "The server's event can't be left alone", e);
        }
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws ReflectiveOperationException {
        switch (method.getName()) {
            case "event" -> {
                var event = arguments[0];
                if (BEGINS.equals(event.getClass().getMethod("name").invoke(event))) work.run();
                return null;
            }
            case "equals" -> {
                return proxy == arguments[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            default -> {
                return toString();
            }
        }
    }
}
