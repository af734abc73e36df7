package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.hostelchat.principal.Caller;
import org.hostelchat.transfer.HostelImport;
import org.hostelchat.wire.Representation;
import org.hostelchat.wire.TransferForms;

/** An exported hostel that lies in the data folder, into this one's database, for the command line with the operator key. */
@Path("hostel-import")
@RequestScoped
public class HostelImportResource {

    @Inject
    private Caller caller;

    @Inject
    private HostelImport imports;

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Representation<HostelImport.Imported> take() {
        return TransferForms.IMPORTED.of(imports.take(caller));
    }
}
