package org.hostelchat.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/** Replaces a request's method and parameters. */
final class RewrittenRequest extends HttpServletRequestWrapper {

    private final String method;
    private final Map<String, String[]> parameters;

    RewrittenRequest(HttpServletRequest request, String method, Map<String, String[]> parameters) {
        super(request);
        this.method = method;
        this.parameters = Collections.unmodifiableMap(parameters);
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getParameter(String name) {
        var values = parameters.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        var values = parameters.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }
}
