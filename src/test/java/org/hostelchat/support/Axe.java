package org.hostelchat.support;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Deque's accessibility checks, injected into the page in spite of its content security policy. */
final class Axe {

    private static final String SOURCE = source();

    private static final String RUN =
            """
            async () => {
              const found = await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              });
              return found.violations.map(v => `${v.impact} ${v.id}: ${v.help}\\n`
                + v.nodes.map(n => `    ${n.target.join(' ')}  ${n.failureSummary.replace(/\\s+/g, ' ')}`).join('\\n'));
            }
            """;

    private Axe() {}

    @SuppressWarnings("unchecked")
    static List<String> findings(Page page) {
        page.evaluate(SOURCE);
        return (List<String>) page.evaluate(RUN);
    }

    private static String source() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
