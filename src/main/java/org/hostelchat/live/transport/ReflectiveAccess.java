package org.hostelchat.live.transport;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Accesses private fields of the container's objects. Used by {@link TyrusTransport} and {@link GrizzlyTransport} only, which
 * both have a fallback. Thread-safe.
 */
final class ReflectiveAccess {

    private record FieldKey(Class<?> owner, String name) {}

    private static final Map<FieldKey, Field> FIELDS = new ConcurrentHashMap<>();

    private ReflectiveAccess() {}

    /** @throws ReflectiveOperationException if there is no such field, or it is not accessible */
    static Object get(Object owner, String name) throws ReflectiveOperationException {
        var value = field(owner, name).get(owner);
        if (value == null) throw new NoSuchFieldException(owner.getClass() + "." + name + " is empty");
        return value;
    }

    /** @throws ReflectiveOperationException as {@link #get} */
    static void set(Object owner, String name, Object value) throws ReflectiveOperationException {
        field(owner, name).set(owner, value);
    }

    private static Field field(Object owner, String name) throws ReflectiveOperationException {
        var place = new FieldKey(owner.getClass(), name);
        var known = FIELDS.get(place);
        if (known != null) return known;
        var found = find(place);
        FIELDS.put(place, found);
        return found;
    }

    private static Field find(FieldKey place) throws ReflectiveOperationException {
        for (Class<?> type = place.owner(); type != null; type = type.getSuperclass()) {
            try {
                var field = type.getDeclaredField(place.name());
                field.setAccessible(true);
                return field;
            } catch (NoSuchFieldException e) {
                // perhaps in the superclass
            } catch (RuntimeException e) {
                throw new ReflectiveOperationException(e);
            }
        }
        throw new NoSuchFieldException(place.owner() + "." + place.name());
    }
}
