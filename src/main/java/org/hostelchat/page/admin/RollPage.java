package org.hostelchat.page.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.auth.AuthSettings;
import org.hostelchat.page.Confirmation;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.Parameters;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.ImportLook;
import org.hostelchat.user.PasswordSlips;
import org.hostelchat.user.RegisterImports;
import org.hostelchat.user.RollLine;
import org.hostelchat.user.RollLines;
import org.hostelchat.user.RollRow;
import org.hostelchat.user.RollSample;
import org.hostelchat.wire.SlipSheet;

/**
 * A list of residents from the file to the slips: {@code /admin/roll} takes the file ({@link RollUpload}), {@code /admin/roll?id=} shows what
 * storing it would do, stores it, and tells how far it is. All of it is in the database, so that it can be left and found again by any official.
 */
@Named
@RequestScoped
public class RollPage {

    /** The request's attribute with why a file was refused. */
    static final String REFUSAL = RollPage.class.getName();

    private static final int PAGE = 100;

    @Inject
    private Me me;

    @Inject
    private RegisterImports imports;

    @Inject
    private PasswordSlips slips;

    @Inject
    private FormOutcome outcome;

    @Inject
    private Confirmation confirmation;

    @Inject
    private AuthSettings settings;

    private ImportLook look;
    private RollRow.Kind kind;
    private RollLines lines = new RollLines(List.of(), null);
    private List<RollSample> samples = List.of();
    private Refusal refusal;

    /** Null until the page asks, as the one below: the page asks several times. */
    private List<ImportLook> earlier;

    private Long neverSignedIn;

    @PostConstruct
    void load() {
        if (request().getAttribute(REFUSAL) instanceof Refusal refused) refusal = refused;
        var id = getId();
        if (id == 0) return;
        try {
            look = imports.find(me.caller(), id);
            if (look.kind() == ImportLook.Kind.RESET) return;
            if (isChecked()) samples = imports.samples(me.caller(), id);
            kind = kind();
            lines = imports.rows(me.caller(), id, kind, Parameters.number("after"), PAGE);
        } catch (Refusal.NotFound gone) {
            look = null;
            refusal = gone;
        }
    }

    /** To be called before the first byte of the page. While passwords are being made the browser asks again by itself. */
    public void open() {
        if (refusal != null) {
            outcome.attempt(() -> {
                throw refusal;
            });
        }
        if (look == null || look.state() != ImportLook.State.APPLYING) return;
        // Whoever looks at rows of a kind may be ticking some of them.
        if (!Parameters.get("kind").isEmpty()) return;
        var response = FacesContext.getCurrentInstance().getExternalContext().getResponse();
        ((HttpServletResponse) response).setHeader("Refresh", "3; url=/admin/roll?id=" + look.id());
    }

    /** What is listed: what the address asks for, else the first kind of which there are any, beginning with what is wrong. */
    private RollRow.Kind kind() {
        var asked = Parameters.get("kind");
        for (var each : RollRow.Kind.values()) if (each.name().equalsIgnoreCase(asked)) return each;
        return getKinds().stream()
                .filter(each -> RollWords.count(look, each) > 0)
                .findFirst()
                .orElse(RollRow.Kind.UNCHANGED);
    }

    /** Reads the file with the columns of the form. */
    public void readAs() {
        if (look == null) return;
        var fields = new ArrayList<String>();
        for (var i = 0; i < samples.size(); i++) {
            var field = Parameters.get("column-" + i);
            fields.add(field.isEmpty() ? null : field);
        }
        if (outcome.attempt(() -> imports.readAs(me.caller(), look.id(), fields))) outcome.go(here());
        else load();
    }

    /** Stores everything. */
    public void storeAll() {
        store(false);
    }

    /** Stores the rows without errors. */
    public void storeGood() {
        store(true);
    }

    private void store(boolean onlyGood) {
        if (look == null) return;
        var seen = Parameters.get("look");
        if (outcome.attempt(() -> imports.apply(me.caller(), look.id(), onlyGood, seen))) outcome.go(here());
        // The register or the file has changed: the next press is about what is shown now.
        else load();
    }

    /** The slips are printed. */
    public void keep() {
        if (look != null && outcome.attempt(() -> slips.keep(me.caller(), look.id()))) outcome.go(here());
    }

    /** Makes slips for all who have never signed in. */
    public void order() {
        var made = new long[1];
        if (outcome.attempt(() -> {
            confirmation.confirm();
            made[0] = slips.orderForNeverSignedIn(me.caller());
        })) outcome.go("/admin/roll?id=" + made[0]);
    }

    private String here() {
        return "/admin/roll?id=" + look.id();
    }

    public long getId() {
        return Parameters.number("id");
    }

    /** Null for the page that takes a file. */
    public ImportLook getLook() {
        return look;
    }

    /** Whether it is a file that is not stored yet. */
    public boolean isChecked() {
        return look != null && look.state() == ImportLook.State.CHECKED;
    }

    /** How many rows can be stored. */
    public int getGood() {
        return look.rows() - look.wrong();
    }

    public List<ImportLook> getEarlier() {
        if (earlier == null) earlier = imports.list(me.caller());
        return earlier;
    }

    public long getNeverSignedIn() {
        if (neverSignedIn == null) neverSignedIn = slips.countNeverSignedIn(me.caller());
        return neverSignedIn;
    }

    public int getMegabytes() {
        return RegisterImports.mostBytes() >> 20;
    }

    public int getMostBytes() {
        return RegisterImports.mostBytes();
    }

    /** What a column is to hold: what was chosen in a form that was refused, else as the file is read. */
    public String chosen(int place, RollSample sample) {
        return outcome.message("columns") == null ? sample.column().field() : Parameters.get("column-" + place);
    }

    public List<RollSample> getSamples() {
        return samples;
    }

    /** The kinds of rows that can be listed: of a stored list not those that changed nothing. */
    public List<RollRow.Kind> getKinds() {
        return isChecked()
                ? RollWords.KINDS
                : RollWords.KINDS.stream()
                        .filter(each -> each != RollRow.Kind.UNCHANGED)
                        .toList();
    }

    /** Whether people who were not in a stored list are listed, of whom some can be chosen. */
    public boolean isChoosing() {
        return !isChecked() && kind == RollRow.Kind.MISSING && !lines.items().isEmpty();
    }

    /** Which rows are listed. */
    public RollRow.Kind getKind() {
        return kind;
    }

    public List<RollLine> getLines() {
        return lines.items();
    }

    public Long getNext() {
        return lines.next();
    }

    /** Whether this is not the first page of the rows. */
    public boolean isFurther() {
        return Parameters.number("after") > 0;
    }

    /** Whether slips have no address, because none is configured and this one leads nobody else here. */
    public boolean isAddressMissing() {
        return SlipSheet.address(settings, SlipsDownload.address(request())).isEmpty();
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
