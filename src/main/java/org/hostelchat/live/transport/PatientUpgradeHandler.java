package org.hostelchat.live.transport;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.glassfish.tyrus.servlet.TyrusHttpUpgradeHandler;

/**
 * Starts reading only when the connection is set up. The container's handler starts earlier: if a client's first frame
 * arrives together with its handshake, the thread that sets up the connection then waits for itself, forever. Checked
 * with Tyrus 2.1.5.
 */
public class PatientUpgradeHandler extends TyrusHttpUpgradeHandler {

    @Override
    @SuppressWarnings("try") // close() may throw anything, as AutoCloseable declares it
    public void init(WebConnection connection) {
        try {
            var input = new PatientInput(connection.getInputStream());
            super.init(new WebConnection() {
                @Override
                public ServletInputStream getInputStream() {
                    return input;
                }

                @Override
                public ServletOutputStream getOutputStream() throws IOException {
                    return connection.getOutputStream();
                }

                @Override
                public void close() throws Exception {
                    connection.close();
                }
            });
            input.begin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does not notify its listener until it is told to begin. */
    private static final class PatientInput extends ForwardingInput {

        private ReadListener listener;

        PatientInput(ServletInputStream in) {
            super(in);
        }

        @Override
        public void setReadListener(ReadListener whom) {
            listener = whom;
        }

        void begin() {
            super.setReadListener(listener);
        }
    }
}
