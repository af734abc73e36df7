package org.hostelchat.page.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hostelchat.page.Me;
import org.hostelchat.page.Parameters;
import org.hostelchat.user.Register;
import org.hostelchat.user.User;
import org.hostelchat.user.UserOrder;
import org.hostelchat.user.UserPage;

/** Lists the register. */
@Named
@RequestScoped
public class UsersPage {

    private static final int PAGE = 50;

    @Inject
    private Me me;

    @Inject
    private Register register;

    private UserPage page;

    private UserOrder order;

    @PostConstruct
    void load() {
        order = order(Parameters.get("sort"));
        page = register.list(me.caller(), getText(), order, Parameters.number("after"), PAGE);
    }

    /**
     * Parses the order: a key, with a minus in front for descending order; anything else means the order of
     * registration.
     */
    static UserOrder order(String sort) {
        var descending = sort.startsWith("-");
        var name = descending ? sort.substring(1) : sort;
        return Arrays.stream(UserOrder.Key.values())
                .filter(key -> code(key).equals(name))
                .findFirst()
                .map(key -> new UserOrder(key, descending))
                .orElseGet(() -> new UserOrder(UserOrder.Key.CREATED, false));
    }

    private static String code(UserOrder.Key key) {
        return key.name().toLowerCase(Locale.ROOT);
    }

    /** The present order as a URL's parameter. */
    public String getSort() {
        return (order.descending() ? "-" : "") + code(order.key());
    }

    /** The order for the link in a column's header: by that column, and reversed if that is the order already. */
    public String sortBy(String column) {
        return column.equals(getSort()) ? "-" + column : column;
    }

    /** The value of {@code aria-sort} for a column. */
    public String sorted(String column) {
        if (!column.equals(code(order.key()))) return "none";
        return order.descending() ? "descending" : "ascending";
    }

    public String getText() {
        return Parameters.get("text");
    }

    public List<User> getUsers() {
        return page.items();
    }

    public Long getNext() {
        return page.next();
    }

    /** Whether this is not the first page of the list. */
    public boolean isFurther() {
        return Parameters.number("after") > 0;
    }
}
