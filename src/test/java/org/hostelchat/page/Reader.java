package org.hostelchat.page;

import java.util.List;
import java.util.Map;
import org.hostelchat.support.Screen;

/** A person before a screen who can look away from it and come back, and what they see of the messages. */
final class Reader {

    /** The browser tells the page what it tells of a tab in the background, or of a phone in a pocket. */
    private static final String EYES =
            """
            (() => {
              let looking = true;
              Object.defineProperty(document, 'visibilityState', { get: () => looking ? 'visible' : 'hidden' });
              Object.defineProperty(document, 'hidden', { get: () => !looking });
              document.hasFocus = () => looking;
              window.lookFromNowOn = (now) => {
                looking = now;
                document.dispatchEvent(new Event('visibilitychange'));
                window.dispatchEvent(new Event(now ? 'focus' : 'blur'));
              };
            })()""";

    private final Screen screen;

    Reader(Screen screen) {
        this.screen = screen;
        screen.context().addInitScript(EYES);
    }

    void lookAway() {
        screen.page().evaluate("lookFromNowOn(false)");
    }

    void comeBack() {
        screen.page().evaluate("lookFromNowOn(true)");
    }

    /** Another window lies before this one, which can still be seen. */
    void workElsewhere() {
        screen.page().evaluate("document.hasFocus = () => false; window.dispatchEvent(new Event('blur'))");
    }

    /** Scrolls down, a stretch at a time, as somebody who reads. */
    void readOn() {
        screen.page()
                .evaluate(
                        """
                async () => {
                  const box = document.getElementById('timeline');
                  for (let i = 0; i < 200 && box.scrollHeight - box.scrollTop - box.clientHeight > 1; i++) {
                    box.scrollBy(0, 300);
                    await new Promise(done => setTimeout(done, 20));
                  }
                }""");
    }

    /** What ends how far below the lower edge of the talk: nothing of the last message is hidden if this is not positive. */
    double lastMessageBelowTheEdge() {
        return number(
                """
                () => [...document.querySelectorAll('#rows .message')].at(-1).getBoundingClientRect().bottom
                  - document.querySelector('.composer').getBoundingClientRect().top""");
    }

    /** How far the first line of the message with these words stands below the upper edge of the talk. */
    double below(String words) {
        return ((Number) screen.page()
                        .evaluate(
                                """
                words => [...document.querySelectorAll('#rows .message-body')].find(body => body.textContent === words)
                  .getBoundingClientRect().top - document.getElementById('timeline').getBoundingClientRect().top""",
                                words))
                .doubleValue();
    }

    /** The words of the first and of the last message that can be seen as a whole. */
    Map<?, ?> inView() {
        return (Map<?, ?>)
                screen.page()
                        .evaluate(
                                """
                () => {
                  const box = document.getElementById('timeline').getBoundingClientRect();
                  const seen = [...document.querySelectorAll('#rows .message')].filter(row => {
                    const { top, bottom } = row.getBoundingClientRect();
                    return top >= box.top - 1 && bottom <= box.bottom + 1;
                  }).map(row => row.querySelector('.message-body').textContent);
                  return { first: seen[0], last: seen.at(-1) };
                }""");
    }

    /** Notes from now on, at every frame at which somebody looks, what can be seen as a whole. */
    void watch() {
        screen.page()
                .evaluate(
                        """
                () => {
                  window.everSeen = new Set();
                  const look = () => {
                    const box = document.getElementById('timeline').getBoundingClientRect();
                    for (const row of document.hidden ? [] : document.querySelectorAll('#rows .message')) {
                      const { top, bottom } = row.getBoundingClientRect();
                      if (top >= box.top - 1 && bottom <= box.bottom + 1) {
                        window.everSeen.add(row.querySelector('.message-body').textContent);
                      }
                    }
                    requestAnimationFrame(look);
                  };
                  look();
                }""");
    }

    /** What could be seen at any time since {@link #watch()}. */
    List<?> everSeen() {
        return (List<?>) screen.page().evaluate("[...window.everSeen]");
    }

    private double number(String script) {
        return ((Number) screen.page().evaluate(script)).doubleValue();
    }
}
