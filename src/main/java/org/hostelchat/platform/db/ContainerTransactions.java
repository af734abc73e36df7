package org.hostelchat.platform.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.Transactional;
import java.util.function.Function;

/** The container's transactions and its persistence unit; what is asked of them goes by way of {@link Database}. */
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
     * With an entity manager of its own: outside of a transaction the container ties the shared one to the component that is
     * being called, and on threads of ours, where none is, hands out one that is closed already.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public <T> T read(Function<EntityManager, T> work) {
        try (var own = factory.createEntityManager()) {
            return work.apply(own);
        }
    }
}
