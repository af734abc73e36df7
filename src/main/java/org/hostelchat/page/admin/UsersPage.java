package org.hostelchat.page.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.Parameters;
import org.hostelchat.user.Register;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.User;
import org.hostelchat.user.UserFilter;
import org.hostelchat.user.UserOrder;
import org.hostelchat.user.UserPage;

/** Lists the register. */
@Named
@RequestScoped
public class UsersPage {

    /** The parameters that say who is listed. */
    static final List<String> FIELDS = Stream.concat(
                    Stream.of("text"), RegisterColumn.OF_FILTERS.stream().map(RegisterColumn::code))
            .toList();

    private static final int PAGE = 50;

    @Inject
    private Me me;

    @Inject
    private Register register;

    @Inject
    private PageFormat format;

    private UserPage page;

    private UserOrder order;

    @PostConstruct
    void load() {
        order = order(Parameters.get("sort"));
        page = register.list(me.caller(), filter(Parameters::get), order, Parameters.number("after"), PAGE);
    }

    /** Whom the address asks for. */
    static UserFilter filter(UnaryOperator<String> parameter) {
        var columns = new EnumMap<RegisterColumn, List<String>>(RegisterColumn.class);
        for (var column : RegisterColumn.OF_FILTERS) columns.put(column, List.of(parameter.apply(column.code())));
        return new UserFilter(parameter.apply("text"), columns);
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

    /** What is asked for in a column. */
    public String asked(String column) {
        return Parameters.get(column);
    }

    public List<RegisterColumn> getColumns() {
        return RegisterColumn.OF_FILTERS;
    }

    /** By what the list can be in order, as addresses have it. */
    public List<String> getOrders() {
        return Arrays.stream(UserOrder.Key.values()).map(UsersPage::code).toList();
    }

    /** Whether a column is asked for: the fields of these are then shown. */
    public boolean isNarrowed() {
        return !getSort().equals(code(UserOrder.Key.CREATED)) || Parameters.isAny(FIELDS.subList(1, FIELDS.size()));
    }

    /** Whether not everybody is listed. */
    public boolean isFiltered() {
        return Parameters.isAny(FIELDS);
    }

    /** What the address says of who is listed. */
    public String getQuery() {
        return query(format, Parameters::get);
    }

    /** Which part of the list this is: {@link ListedResidents}. */
    public String getPlace() {
        var query = getQuery();
        return query + (query.isEmpty() ? "" : "&") + "sort=" + getSort()
                + (isFurther() ? "&after=" + Parameters.number("after") : "");
    }

    /** The parameters that are not empty, as the query of an address. */
    static String query(PageFormat format, UnaryOperator<String> parameter) {
        var given = FIELDS.stream()
                .filter(field -> !parameter.apply(field).isEmpty())
                .toList();
        return format.query(given, parameter);
    }

    /** What the register knows of somebody in a column. */
    public String detail(User user, String column) {
        return RegisterColumn.of(column).map(user::detail).orElse(null);
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
