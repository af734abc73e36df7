package org.hostelchat.support;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.Locale;

/** Kinds of devices. */
public enum Device {
    /** A small phone with touch, 360 CSS pixels wide. */
    PHONE(360, 740, true),
    /** A laptop. */
    DESKTOP(1280, 800, false);

    private final int width;
    private final int height;
    private final boolean touch;

    Device(int width, int height, boolean touch) {
        this.width = width;
        this.height = height;
        this.touch = touch;
    }

    NewContextOptions options() {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setHasTouch(touch)
                .setIsMobile(touch)
                .setLocale("en-IN")
                .setTimezoneId("Asia/Kolkata");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
