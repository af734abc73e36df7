package org.hostelchat.platform.db;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.hostelchat.language.Phrase;
import org.hostelchat.legacy.ReportFile;
import org.hostelchat.refusal.Refusal;
import org.sqlite.SQLiteConfig;

/**
 * A SQLite file that somebody else has made and that may be damaged or hostile: it is opened read-only, as a file that nobody changes, its pages
 * are checked, and nothing that is written in its schema is run: tables are read, views and virtual tables are not.
 */
final class SqliteReportFile implements ReportFile {

    private static final System.Logger LOG = System.getLogger(SqliteReportFile.class.getName());

    private static final Set<String> OF_PEOPLE = Set.of("pid", "name", "enr_no", "is_admin");
    private static final Set<String> OF_MESSAGES = Set.of("mid", "sender", "date", "data");

    /** Of one value, in bytes; what follows is not read. */
    private static final int LONGEST = 1 << 20;

    private static final int LONGEST_NAME = 4_000;

    private final Connection connection;
    private Charset encoding = StandardCharsets.UTF_8;

    private SqliteReportFile(Connection connection) {
        this.connection = connection;
    }

    static SqliteReportFile open(Path path) {
        SqliteReportFile file = null;
        try {
            var config = new SQLiteConfig();
            config.setReadOnly(true);
            file = new SqliteReportFile(org.sqlite.JDBC.createConnection(
                    "jdbc:sqlite:" + path.toUri().toString().replaceFirst("^file:/+", "file:/") + "?immutable=1",
                    config.toProperties()));
            file.check();
            return file;
        } catch (SQLException e) {
            if (file != null) file.close();
            throw damaged(e);
        } catch (RuntimeException e) {
            if (file != null) file.close();
            throw e;
        }
    }

    static Refusal damaged(Exception e) {
        LOG.log(System.Logger.Level.WARNING, "The report program's file can't be read: " + e);
        return new Refusal.Unacceptable("damaged-file", "file", Phrase.of("legacy.damaged"));
    }

    private void check() throws SQLException {
        run("pragma trusted_schema = off");
        run("pragma cell_size_check = on");
        run("pragma temp_store = file");
        if (text("pragma encoding").toUpperCase(Locale.ROOT).equals("UTF-16LE")) encoding = StandardCharsets.UTF_16LE;
        if (text("pragma encoding").toUpperCase(Locale.ROOT).equals("UTF-16BE")) encoding = StandardCharsets.UTF_16BE;
        requireTable("users", OF_PEOPLE);
        requireTable("messages", OF_MESSAGES);
        if (!text("pragma quick_check(1)").equals("ok")) throw new SQLException("its pages do not fit");
    }

    private void requireTable(String name, Set<String> columns) throws SQLException {
        var isTable = !text("select count(*) from sqlite_schema where type = 'table' and lower(name) = '" + name
                        + "' and rootpage > 0")
                .equals("0");
        var found = new HashSet<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("pragma table_info(" + name + ")")) {
            while (rows.next()) found.add(rows.getString("name").toLowerCase(Locale.ROOT));
        }
        if (!isTable || !found.containsAll(columns)) {
            throw new Refusal.Unacceptable(
                    "not-a-report-file",
                    "file",
                    Phrase.of("legacy.foreign", "table", name, "columns", String.join(", ", columns)));
        }
    }

    @Override
    public List<Person> people(int most) {
        var people = new ArrayList<Person>();
        var sql = "select " + value("pid", LONGEST_NAME) + ", " + value("name", LONGEST_NAME) + ", "
                + value("enr_no", LONGEST_NAME) + ", " + value("is_admin", LONGEST_NAME) + " from users order by pid";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                if (people.size() == most) throw tooMany(most);
                people.add(new Person(string(rows, 1), string(rows, 2), string(rows, 3), isTrue(string(rows, 4))));
            }
            return people;
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    private static Refusal tooMany(int most) {
        return new Refusal.Unacceptable("too-many-people", "file", Phrase.of("legacy.too-many", "most", most));
    }

    private static boolean isTrue(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "", "0", "0.0", "f", "false", "n", "no", "off" -> false;
            default -> true;
        };
    }

    @Override
    public long countMessages() {
        try {
            return Long.parseLong(text("select count(*) from messages"));
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    @Override
    public void eachMessage(long skip, Predicate<Message> use) {
        try (var statement = connection.prepareStatement("select " + value("mid", LONGEST_NAME) + ", "
                + value("sender", LONGEST_NAME) + ", typeof(sender) in ('integer', 'real'), "
                + value("date", LONGEST_NAME) + ", " + value("data", LONGEST)
                + ", typeof(data) = 'blob' from messages order by mid"
                + (hasRowNumbers() ? ", rowid" : "") + " limit -1 offset ?")) {
            statement.setLong(1, skip);
            try (var rows = statement.executeQuery()) {
                var number = skip;
                var goesOn = true;
                while (goesOn && rows.next()) goesOn = use.test(message(rows, ++number));
            }
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    @Override
    public void eachDateBefore(long rows, Predicate<String> use) {
        try (var statement = connection.prepareStatement("select " + value("date", LONGEST_NAME)
                + " from messages order by mid desc" + (hasRowNumbers() ? ", rowid desc" : "")
                + " limit -1 offset max(0, (select count(*) from messages) - ?)")) {
            statement.setLong(1, rows);
            try (var dates = statement.executeQuery()) {
                var goesOn = true;
                while (goesOn && dates.next()) goesOn = use.test(string(dates, 1));
            }
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    private Message message(ResultSet row, long number) throws SQLException {
        var id = string(row, 1);
        var data = row.getBytes(5);
        if (data == null) data = new byte[0];
        if (!row.getBoolean(6) && !encoding.equals(StandardCharsets.UTF_8)) {
            data = new String(data, encoding).getBytes(StandardCharsets.UTF_8);
        }
        return new Message(
                id.isEmpty() ? "row " + number : id, string(row, 2), row.getBoolean(3), string(row, 4), data);
    }

    private boolean hasRowNumbers() {
        try (var statement = connection.prepareStatement("select rowid from messages limit 0")) {
            return statement.execute();
        } catch (SQLException withoutRowid) {
            return false;
        }
    }

    /** Its bytes, in the database's encoding: the driver would replace what is not valid in it. */
    private static String value(String column, int most) {
        return "substr(case typeof(" + column + ") when 'blob' then " + column + " else cast(cast(" + column
                + " as text) as blob) end, 1, " + most + ")";
    }

    private String string(ResultSet row, int column) throws SQLException {
        var bytes = row.getBytes(column);
        return bytes == null ? "" : new String(bytes, encoding);
    }

    @Override
    public boolean isDatedByDatabase() {
        try {
            var made = text("select lower(sql) from sqlite_schema where type = 'table' and lower(name) = 'messages'");
            return made.contains("current_timestamp") || (made.contains("datetime(") && !made.contains("localtime"));
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    private String text(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "A file that was only read could not be closed", e);
        }
    }
}
