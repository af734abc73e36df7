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
            case 400 ->
                new Words(
                        "This address is not right", "The address or the form could not be read. Nothing was changed.");
            case 403 ->
                new Words(
                        "You can’t open this page",
                        "This page is only for officials of the hostel. Nothing was changed.");
            case 405 -> new Words("This does not work", "The page can’t be opened in this way. Nothing was changed.");
            case 404 ->
                new Words(
                        "Page not found",
                        "This page does not exist, or not any more, or you can’t open it. Please check the address.");
            case 413 ->
                new Words("Too much text", "You sent more than the chat can take at once. Nothing was changed.");
            case 429, 503 -> new Words("Just a moment", "The chat is very busy now. Please try again in a minute.");
            default ->
                new Words(
                        "Something went wrong",
                        "This is not your fault. What you just sent may not be saved. Please try again, and tell the hostel"
                                + " office if it happens again.");
        };
    }

    private int status() {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code ? code : 404;
    }
}
