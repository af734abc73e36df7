package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Asks for the password, and leads to the file with what is held of the person. */
@Named
@RequestScoped
public class DataPage {

    @Inject
    private FormOutcome outcome;

    @Inject
    private Confirmation confirmation;

    public void take() {
        if (outcome.attempt(confirmation::confirm)) outcome.go("/data/file");
    }
}
