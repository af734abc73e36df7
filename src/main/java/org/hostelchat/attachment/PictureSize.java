package org.hostelchat.attachment;

/** How large a picture is when it is shown, in pixels. */
record PictureSize(int width, int height) {

    private static final int LONGEST_SIDE = 16_384;

    /** A browser needs four bytes for each. */
    private static final long MOST_PIXELS = 64_000_000;

    /** @throws NotAPicture if there is nothing to show, or more than a browser should be asked to */
    PictureSize check() throws NotAPicture {
        if (width < 1 || height < 1) throw new NotAPicture("without a size");
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new NotAPicture("too many pixels");
        }
        return this;
    }

    PictureSize turned() {
        return new PictureSize(/* width= */ height, /* height= */ width);
    }
}
