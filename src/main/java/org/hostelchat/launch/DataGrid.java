package org.hostelchat.launch;

import java.io.ObjectInputFilter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.hostelchat.launch.Options.Flag;

/**
 * The data grid (Hazelcast), over which nodes send each other hints. Started only if its members are named: then it
 * listens on one address, and connects to the named addresses only; there is no multicast. The community edition has
 * neither TLS nor a password, so members recognise each other by the cluster's name, which is derived from the
 * database's password, and the network has to keep everybody else away.
 *
 * @param members addresses of all nodes, {@code HOST:PORT}
 * @param listener where this node listens to them
 */
record DataGrid(List<String> members, Listener listener) {

    private static final Pattern MEMBER = Pattern.compile("(\\[[0-9a-fA-F:]+]|[A-Za-z0-9._-]+):([0-9]{1,5})");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");
    private static final int MOST_PORT = 65_535;

    /** The classes that may arrive over the network: the server's own, and the JDK's. */
    private static final String CLASSES =
            "maxdepth=50;maxrefs=100000;maxarray=1000000;maxbytes=50000000;java.**;javax.**;"
                    + "jakarta.**;fish.payara.**;com.hazelcast.**;com.sun.**;org.glassfish.**;!*";

    private static final int ROUNDS = 600_000;
    private static final int BITS = 256;

    /**
     * Null without members: then no grid is started.
     *
     * @throws WrongUse if a member is not an address, or there is no interface or no password
     */
    static DataGrid of(Options options) {
        var named = options.get(Flag.MEMBERS);
        if (named.isEmpty()) return null;
        if (password().isEmpty())
            throw new WrongUse(
                    "--members needs HOSTEL_DATABASE_PASSWORD: the nodes recognise each other by what is derived"
                            + " from it, also where the URL holds the password");
        var members = List.of(SEPARATOR.split(named, -1));
        members.forEach(DataGrid::check);
        var address = options.get(Flag.CLUSTER_INTERFACE);
        if (address.isEmpty())
            throw new WrongUse(
                    "--members needs --cluster-interface: the address at which the other nodes reach this one,"
                            + " on a network that residents do not reach");
        return new DataGrid(members, new Listener(Flag.CLUSTER_PORT.word(), address, options.port(Flag.CLUSTER_PORT)));
    }

    private static void check(String member) {
        var match = MEMBER.matcher(member);
        if (match.matches()) {
            var port = Integer.parseInt(match.group(2));
            if (port > 0 && port <= MOST_PORT) return;
        }
        throw new WrongUse("--members is a list of HOST:PORT with commas, and '" + member + "' is none of these");
    }

    /**
     * @param http where residents reach this server
     * @throws CannotStart if it could not listen, or on every address
     */
    void check(Listener http) {
        if (listener.isEverywhere())
            throw new CannotStart("--cluster-interface: one address of this machine, on a network that residents do not"
                    + " reach; not every address.");
        listener.check();
        if (listener.isLocalhost()) return;
        if (http.isEverywhere() || http.address().equals(listener.address()))
            System.err.println("payara/start: the data grid listens on " + listener.address() + ":" + listener.port()
                    + ", where the hostel listens too. It has no password: allow only the other nodes to reach this port"
                    + " (docs/operations.md, Several nodes).");
    }

    /** Options of Payara Micro. */
    List<String> arguments() {
        return List.of(
                "--clustermode",
                "tcpip:" + String.join(",", members),
                "--interfaces",
                listener.address(),
                "--startport",
                Integer.toString(listener.port()),
                "--clustername",
                name(),
                "--nohostaware");
    }

    /** Administration commands to run before the server boots. */
    static List<String> commands() {
        return List.of("set configs.config.server-config.hazelcast-config-specific-configuration.enabled=true");
    }

    /** Lets nothing else be deserialised in this process, binds the grid to its interface, and sets how soon a silent member is given up. */
    static void prepare() {
        ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter(CLASSES));
        // Else the grid's port is open at every address of the machine, whatever its interface is.
        System.setProperty("hazelcast.socket.bind.any", "false");
        System.setProperty("hazelcast.heartbeat.interval.seconds", "1");
        System.setProperty("hazelcast.max.no.heartbeat.seconds", "6");
        System.setProperty("hazelcast.merge.first.run.delay.seconds", "10");
        System.setProperty("hazelcast.merge.next.run.delay.seconds", "10");
    }

    private static String password() {
        return System.getProperty(
                "hostel.database.password", System.getenv().getOrDefault("HOSTEL_DATABASE_PASSWORD", ""));
    }

    /** The cluster's name: slow to derive, so that whoever sees it does not find out the password. */
    private static String name() {
        var salt = "hostel-chat data grid".getBytes(StandardCharsets.US_ASCII);
        var spec = new PBEKeySpec(password().toCharArray(), salt, ROUNDS, BITS);
        try {
            var key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec);
            return "hostel-" + HexFormat.of().formatHex(key.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
