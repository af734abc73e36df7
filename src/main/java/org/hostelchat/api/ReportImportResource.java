package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.hostelchat.language.RequestLanguage;
import org.hostelchat.legacy.ReportImport;
import org.hostelchat.legacy.ReportLook;
import org.hostelchat.principal.Caller;
import org.hostelchat.wire.LegacyForms;
import org.hostelchat.wire.Representation;

/** Moving in from the report program's file, which lies in the data folder, for the command line with the operator key. */
@Path("report-import")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReportImportResource {

    /** What the file is called. */
    public record AccountsBody(Optional<String> file) {}

    /** How many rows of messages are done. */
    public record MessagesBody(long after) {}

    @Inject
    private Caller caller;

    @Inject
    private ReportImport reports;

    @Inject
    private RequestLanguage language;

    /** Says what moving in would do. */
    @POST
    @Path("look")
    public Representation<ReportLook> look() {
        return LegacyForms.look(language.ofProgram()).of(reports.look(caller));
    }

    /** Registers the people. */
    @POST
    @Path("accounts")
    @Consumes(MediaType.APPLICATION_JSON)
    public Representation<Long> accounts(AccountsBody body) {
        return LegacyForms.ACCOUNTS.of(
                reports.register(caller, body.file().orElse(null)).orElse(0L));
    }

    /** Stores the next messages. */
    @POST
    @Path("messages")
    @Consumes(MediaType.APPLICATION_JSON)
    public Representation<ReportImport.Progress> messages(MessagesBody body) {
        return LegacyForms.PROGRESS.of(reports.move(caller, body.after()));
    }
}
