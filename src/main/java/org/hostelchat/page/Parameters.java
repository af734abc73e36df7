package org.hostelchat.page;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What came with the request, from the address or from a plain form. */
public final class Parameters {

    private Parameters() {}

    /** Never null; empty if it did not come. */
    public static String get(String name) {
        var value = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(name);
        return value == null ? "" : value.strip();
    }

    /** What came of a name that may come more than once, such as that of boxes to tick. */
    public static Set<String> all(String name) {
        var values = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .get(name);
        // Not Set.copyOf: made of strings that were chosen for it, that takes the square of their number.
        return values == null ? Set.of() : new HashSet<>(Arrays.asList(values));
    }

    /** Whether any field of these names was filled in. */
    public static boolean isAny(List<String> names) {
        return names.stream().anyMatch(name -> !get(name).isEmpty());
    }

    /** A number such as an id; 0, which nothing has, if it did not come or is none. */
    public static long number(String name) {
        var value = get(name);
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    /** True if a plain form was sent: the only way in which a page may change something outside a Faces action. */
    public static boolean isPost() {
        return method().equals("POST");
    }

    /** True if the page was asked for by its address. */
    public static boolean isGet() {
        return method().equals("GET");
    }

    /** True if nobody is going to see the page. */
    public static boolean isHead() {
        return method().equals("HEAD");
    }

    private static String method() {
        var request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        return request.getMethod();
    }
}
