package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.hostelchat.attachment.Pictures;
import org.hostelchat.support.Screen;

/** Files as somebody at a screen chooses, pastes and drops them. */
final class ChosenFiles {

    private ChosenFiles() {}

    static FilePayload file(String name, String type, byte[] bytes) {
        return new FilePayload(name, type, bytes);
    }

    static FilePayload paper(String name, int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        System.arraycopy(Pictures.latin("%PDF-1.7"), 0, bytes, 0, 8);
        return file(name, "application/pdf", bytes);
    }

    /** Returns when they stand above the box: until then a message can't be sent. */
    static void choose(Screen screen, FilePayload... files) {
        screen.find("#attach-input").setInputFiles(files);
        assertThat(screen.find(".attached > li").first()).isVisible();
    }

    static void paste(Screen screen, String name, byte[] bytes) {
        screen.find("#box")
                .evaluate(
                        "(box, [name, bytes]) => {"
                                + " const data = new DataTransfer();"
                                + " data.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], name, { type: 'image/png' }));"
                                + " box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }",
                        List.of(name, Base64.getEncoder().encodeToString(bytes)));
    }

    /** Drops two files of these sizes upon the talk. */
    static void drop(Screen screen, String first, int size, String second, int otherSize) {
        screen.find("#timeline")
                .evaluate(
                        "(talk, [first, size, second, otherSize]) => { const dataTransfer = new DataTransfer();"
                                + " dataTransfer.items.add(new File([new Uint8Array(size)], first));"
                                + " dataTransfer.items.add(new File([new Uint8Array(otherSize)], second));"
                                + " for (const type of ['dragenter', 'dragover', 'drop'])"
                                + " talk.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })); }",
                        List.of(first, size, second, otherSize));
    }
}
