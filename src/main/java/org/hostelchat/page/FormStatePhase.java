package org.hostelchat.page;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.ServletRequest;
import org.hostelchat.form.FormState;

/** Shows a form that has expired again with its values, and skips its action. */
public class FormStatePhase implements PhaseListener {

    private static final long serialVersionUID = 1;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.INVOKE_APPLICATION;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        var faces = event.getFacesContext();
        var request = (ServletRequest) faces.getExternalContext().getRequest();
        if (FormState.of(request) != FormState.FRESH) faces.renderResponse();
    }
}
