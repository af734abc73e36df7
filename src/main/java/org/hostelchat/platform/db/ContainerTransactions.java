package org.hostelchat.platform.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.Transactional;
import java.util.function.Function;

/** The container's transactions and persistence unit; called only by {@link Database}. */
@ApplicationScoped
public class ContainerTransactions {

    @PersistenceContext(unitName = "hostel")
    private EntityManager em;

    @PersistenceUnit(unitName = "hostel")
    private EntityManagerFactory factory;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T write(Function<EntityManager, T> work) {
        return work.apply(em);
    }

    /**
     * Uses an entity manager of its own: without a transaction the container binds the shared one to the component
     * being called, and on our own threads, which have none, returns a closed one.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public <T> T read(Function<EntityManager, T> work) {
        try (var own = factory.createEntityManager()) {
            return work.apply(own);
        }
    }
}
