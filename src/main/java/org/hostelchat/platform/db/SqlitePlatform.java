package org.hostelchat.platform.db;

import java.io.IOException;
import java.io.Writer;
import org.eclipse.persistence.exceptions.ValidationException;
import org.eclipse.persistence.expressions.ExpressionOperator;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.expressions.ExpressionSQLPrinter;
import org.eclipse.persistence.internal.expressions.SQLSelectStatement;
import org.eclipse.persistence.platform.database.DatabasePlatform;
import org.eclipse.persistence.queries.ValueReadQuery;

/** EclipseLink's platform for SQLite, which it does not include. */
public class SqlitePlatform extends DatabasePlatform {

    private static final long serialVersionUID = 1;

    public SqlitePlatform() {
        super();
        setShouldBindLiterals(false);
    }

    @Override
    protected void initializePlatformOperators() {
        super.initializePlatformOperators();
        addOperator(ExpressionOperator.simpleTwoArgumentFunction(ExpressionOperator.Locate, "INSTR"));
        addOperator(ExpressionOperator.simpleFunction(ExpressionOperator.Length, "LENGTH"));
        addOperator(ExpressionOperator.simpleThreeArgumentFunction(ExpressionOperator.Substring, "SUBSTR"));
    }

    /** SQLite supports LEFT JOIN, but not JDBC's escape syntax for it. */
    @Override
    public boolean shouldUseJDBCOuterJoinSyntax() {
        return false;
    }

    @Override
    public boolean supportsIdentity() {
        return true;
    }

    @Override
    public ValueReadQuery buildSelectQueryForIdentity() {
        var query = new ValueReadQuery();
        query.setSQLString("SELECT last_insert_rowid()");
        return query;
    }

    @Override
    public void printFieldIdentityClause(Writer writer) throws ValidationException {
        try {
            writer.write(" PRIMARY KEY AUTOINCREMENT");
        } catch (IOException e) {
            throw ValidationException.fileError(e);
        }
    }

    /** SQLite locks the whole database at BEGIN IMMEDIATE and has no row locks. */
    @Override
    public String getSelectForUpdateString() {
        return "";
    }

    @Override
    public void printSQLSelectStatement(DatabaseCall call, ExpressionSQLPrinter printer, SQLSelectStatement statement) {
        var query = statement.getQuery();
        var first = query == null ? 0 : Math.max(0, query.getFirstResult());
        var most = query == null ? 0 : Math.max(0, query.getMaxRows() - first);
        if ((first == 0 && most == 0) || !shouldUseRownumFiltering()) {
            super.printSQLSelectStatement(call, printer, statement);
            return;
        }
        statement.setUseUniqueFieldAliases(true);
        call.setFields(statement.printSQL(printer));
        printer.printString(" LIMIT ");
        printer.printParameter(DatabaseCall.MAXROW_FIELD);
        printer.printString(" OFFSET ");
        printer.printParameter(DatabaseCall.FIRSTRESULT_FIELD);
        call.setIgnoreFirstRowSetting(true);
        call.setIgnoreMaxResultsSetting(true);
    }

    @Override
    public int computeMaxRowsForSQL(int firstResultIndex, int maxResults) {
        return maxResults - Math.max(firstResultIndex, 0);
    }
}
