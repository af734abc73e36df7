package org.hostelchat.platform.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.hostelchat.search.SearchIndex;

/** Produces the search index for the configured database. */
@ApplicationScoped
public class SearchIndexes {

    @Produces
    @Dependent
    SearchIndex index() {
        return DatabaseDialect.current().searchIndex();
    }
}
