package org.hostelchat.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hostelchat.owndata.OwnData;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.wire.FetchSite;
import org.hostelchat.wire.OwnDataArchive;
import org.hostelchat.wire.ProblemAnswer;

/** What is held of the person who asks, as a file: {@code /data/file}. */
@WebServlet("/data/file")
public class DataDownload extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient OwnData data;

    @Inject
    private transient Me me;

    @Inject
    private transient PageWords words;

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        response.setContentType("application/zip");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (var copy = begin(request)) {
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", "attachment; filename=\"my-hostel-chat.zip\"");
            OwnDataArchive.write(copy, response.getOutputStream());
        } catch (Refusal refusal) {
            if (response.isCommitted()) throw refusal;
            ProblemAnswer.sendPage(request, response, refusal.problem(words.language()));
        }
    }

    private OwnData.Copy begin(HttpServletRequest request) {
        FetchSite.check(request);
        return data.begin(me.caller());
    }
}
