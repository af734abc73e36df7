package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.auth.RequestSession;

/** Registers the hostel's first official, once. */
@Named
@RequestScoped
public class SetupPage {

    @Inject
    private RequestSession requestSession;

    @Inject
    private FormOutcome outcome;

    private String key = "";
    private String name = "";
    private String enrolmentNumber = "";
    private String password = "";

    public void open() {
        if (outcome.attempt(() -> requestSession.setUp(key, name, enrolmentNumber, password))) {
            outcome.go("/admin/?done=opened");
        }
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key == null ? "" : key.strip();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public String getEnrolmentNumber() {
        return enrolmentNumber;
    }

    public void setEnrolmentNumber(String enrolmentNumber) {
        this.enrolmentNumber = enrolmentNumber == null ? "" : enrolmentNumber;
    }

    /** Always null: passwords are never sent back. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }
}
