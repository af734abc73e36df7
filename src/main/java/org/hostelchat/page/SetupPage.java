package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.account.Entrance;

/** Makes the hostel's first official, once. */
@Named
@RequestScoped
public class SetupPage {

    @Inject
    private Entrance entrance;

    @Inject
    private Answer answer;

    private String key = "";
    private String name = "";
    private String enrolmentNumber = "";
    private String password = "";

    public void open() {
        if (answer.attempt(() -> entrance.setUp(key, name, enrolmentNumber, password))) {
            answer.go("/admin/?done=opened");
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

    /** Never given back. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }
}
