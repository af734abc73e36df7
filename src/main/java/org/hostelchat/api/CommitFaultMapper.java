package org.hostelchat.api;

import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers a transaction that could not be committed like any other fault. The server has a mapper for exactly this
 * exception, which takes precedence over our general one and answers a bare 500.
 */
@Provider
public class CommitFaultMapper implements ExceptionMapper<TransactionalException> {

    private final FaultMapper faults = new FaultMapper();

    @Override
    public Response toResponse(TransactionalException fault) {
        return faults.toResponse(fault);
    }
}
