package org.hostelchat.platform.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.hostelchat.search.SearchIndex;

/** Gives the index of the database that this process is configured for. */
@ApplicationScoped
public class SearchIndexes {

    @Produces
    @Dependent
    SearchIndex index() {
        return DatabaseDialect.current().searchIndex();
    }
}
