package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** What is shown instead of a page: what happened, what was kept, what to do. Asks nothing of the database. */
@Named
@RequestScoped
public class ErrorPage {

    private record Words(String title, String detail) {}

    @Inject
    private HttpServletRequest request;

    public String getTitle() {
        return words().title();
    }

    public String getDetail() {
        return words().detail();
    }

    private Words words() {
        return switch (status()) {
            case 400 -> new Words("That can’t be read", "The address or what was sent is broken. Nothing was changed.");
            case 403 ->
                new Words(
                        "Not this door",
                        "This part of the house is for its officials, or the request came from another site. Nothing was"
                                + " changed.");
            case 405 -> new Words("Not like this", "The page can’t be asked for in this way. Nothing was changed.");
            case 404 ->
                new Words(
                        "No such room in this house",
                        "The page is not there, or no longer, or not yours. The address may have a slip in it.");
            case 413 -> new Words("Too large", "More was sent than the house takes at once. Nothing was changed.");
            case 429, 503 ->
                new Words("Just a moment", "The house has its hands full. Nothing was lost; please try again shortly.");
            default ->
                new Words(
                        "Something broke in the house",
                        "It is our fault, not yours. What was stored is safe; what you just sent may not be. Please try once"
                                + " more, and tell the hostel office if it happens again.");
        };
    }

    private int status() {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code ? code : 404;
    }
}
