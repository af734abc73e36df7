package org.hostelchat.cli;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.hostelchat.cli.text.CliWords;

/** Marks a report as settled. */
final class SettleReport implements Command {
    private static final Flag REPORT = new Flag("--report", "NUMBER", "report");

    @Override
    public Usage usage() {
        return new Usage("settlereport", List.of(REPORT), List.of(Usage.PROGRAM + " settlereport --report 3"));
    }

    @Override
    public void run(Invocation call) {
        call.require(REPORT);
        String number = ChatRoom.number(call.value(REPORT));
        call.api().put("/api/reports/" + number + "/settled");
        call.result(
                JsonFields.object(Map.of("id", new BigInteger(number), "settled", true)),
                List.of(Column.text("id", "column.number"), Column.truth("settled", "column.settled")),
                CliWords.text("report.settled", "report", number));
    }
}
