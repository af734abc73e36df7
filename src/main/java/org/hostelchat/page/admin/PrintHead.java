package org.hostelchat.page.admin;

import static org.hostelchat.page.MarkedWords.escaped;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.hostelchat.page.Assets;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.PageWords;
import org.hostelchat.page.Theme;

/** The beginning of every page for print: styles, the title, and on the screen the buttons that print and lead back. */
@RequestScoped
class PrintHead {

    private static final String FRAME =
            """
            <!DOCTYPE html>
            <html lang="%1$s" dir="%2$s"><head><meta charset="utf-8">
            <title>%3$s · %4$s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="stylesheet" href="%5$s"><link rel="stylesheet" href="%6$s" media="%7$s">
            <script type="module" src="%8$s"></script></head>
            <body class="%9$s"><main>
            <p class="buttons no-print"><button type="button" class="button button-main" data-print hidden>%10$s</button><a class="button" href="%11$s">%12$s</a></p>
            """;

    @Inject
    private PageFormat format;

    @Inject
    private Assets assets;

    @Inject
    private Theme theme;

    @Inject
    private PageWords words;

    /**
     * @param styles the classes of the body
     * @param back the address of the page from which this one is printed
     */
    String of(String title, String styles, String back) {
        return FRAME.formatted(
                words.language().tag(),
                words.language().direction(),
                escaped(title),
                escaped(format.getName()),
                assets.of("css/app.css"),
                assets.of("css/dark.css"),
                escaped(theme.getNightMedia()),
                assets.of("js/page.js"),
                styles,
                escaped(words.get("common.print")),
                escaped(back),
                escaped(words.get("paper.back")));
    }
}
