package org.hostelchat.page;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The current request's parameters, from the URL or a form. */
public final class Parameters {

    private Parameters() {}

    /** Empty if the parameter is missing, never null. */
    public static String get(String name) {
        var value = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(name);
        return value == null ? "" : value.strip();
    }

    /** All values of a parameter that may occur several times, such as check boxes. */
    public static Set<String> all(String name) {
        var values = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .get(name);
        // Not Set.copyOf, which takes quadratic time for strings chosen to collide.
        return values == null ? Set.of() : new HashSet<>(Arrays.asList(values));
    }

    /** Whether any of these fields was filled in. */
    public static boolean isAny(List<String> names) {
        return names.stream().anyMatch(name -> !get(name).isEmpty());
    }

    /** A number such as an id; 0, which is not a valid id, if the parameter is missing or not a number. */
    public static long number(String name) {
        var value = get(name);
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    /** Whether a form was sent. Apart from Faces actions, only then may a page change anything. */
    public static boolean isPost() {
        return method().equals("POST");
    }

    /** Whether the page was requested with GET. */
    public static boolean isGet() {
        return method().equals("GET");
    }

    /** Whether the page was requested with HEAD, so that nobody sees it. */
    public static boolean isHead() {
        return method().equals("HEAD");
    }

    private static String method() {
        var request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        return request.getMethod();
    }
}
