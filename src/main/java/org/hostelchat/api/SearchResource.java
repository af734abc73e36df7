package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.hostelchat.principal.Caller;
import org.hostelchat.search.Search;
import org.hostelchat.search.SearchPage;
import org.hostelchat.search.SearchQuery;
import org.hostelchat.wire.Representation;
import org.hostelchat.wire.SearchForms;

/** What was said in the rooms that the caller is in. */
@Path("search")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

    private static final int USUAL = 20;

    @Inject
    private Caller caller;

    @Inject
    private Search search;

    @Inject
    private Times times;

    @GET
    public Representation<SearchPage> find(
            @QueryParam("text") String text,
            @QueryParam("room") String room,
            @QueryParam("author") String author,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("before") String before,
            @QueryParam("limit") String limit) {
        var query = new SearchQuery(
                Texts.query("text", text),
                room == null ? null : (Long) Paging.number("room", room, 0),
                Texts.query("author", author),
                times.from(from),
                times.to(to));
        var cursor = before == null ? null : (Long) Paging.number("before", before, 0);
        return SearchForms.PAGE.of(search.find(caller, query, cursor, Paging.limit(limit, USUAL, Search.LARGEST_PAGE)));
    }
}
