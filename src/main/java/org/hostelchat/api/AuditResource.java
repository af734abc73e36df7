package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.hostelchat.audit.AuditEntry;
import org.hostelchat.audit.AuditFilter;
import org.hostelchat.audit.AuditHead;
import org.hostelchat.audit.AuditSearch;
import org.hostelchat.audit.AuditVerdict;
import org.hostelchat.audit.AuditVerifier;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.wire.AuditForms;
import org.hostelchat.wire.Representation;

/** The audit record, for officials. */
@Path("audit")
@RequestScoped
@AdminsOnly
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    @Inject
    private Caller caller;

    @Inject
    private AuditSearch search;

    @Inject
    private AuditVerifier verifier;

    @Inject
    private Times times;

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Listing<AuditEntry> list(
            @QueryParam("who") String who,
            @QueryParam("what") String what,
            @QueryParam("on") String on,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @BeanParam Paging paging) {
        var filter = new AuditFilter(
                Texts.query("who", who),
                Texts.query("what", what),
                Texts.query("on", on),
                times.from(from),
                times.to(to));
        return list(filter, paging.after(), paging.limit());
    }

    private Listing<AuditEntry> list(AuditFilter filter, long after, int limit) {
        var read = search.latest(caller, filter, after, limit + 1);
        return Listing.of(AuditForms.ENTRY, read, limit, AuditEntry::id, next -> list(filter, (long) next, limit));
    }

    @GET
    @Path("verification")
    public Representation<AuditVerdict> verify(@QueryParam("head") String head) {
        return AuditForms.VERDICT.of(verifier.verify(caller, noted(head)));
    }

    private static AuditHead noted(String text) {
        if (text == null) return null;
        return AuditHead.parse(text)
                .orElseThrow(() -> new Refusal.Unacceptable(
                        "wrong-parameter", "head", Phrase.of("api.record-head", "name", "head")));
    }
}
