package org.hostelchat.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** The demo's picture, drawn by the program so that nobody's rights are touched: Orion over the roofs. */
final class NightSky {
    private static final int WIDTH = 1_280;
    private static final int HEIGHT = 853;
    private static final int[][] ORION = {
        {560, 170}, {700, 205}, {610, 330}, {640, 320}, {670, 310}, {575, 470}, {735, 450}, {630, 120}
    };

    private NightSky() {}

    static byte[] jpeg() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(new GradientPaint(0, 0, new Color(9, 14, 38), 0, HEIGHT, new Color(58, 66, 110)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        stars(pen);
        roofs(pen);
        pen.dispose();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stars(Graphics2D pen) {
        Random dice = new Random(7);
        for (int i = 0; i < 420; i++) {
            double size = 0.8 + dice.nextDouble() * dice.nextDouble() * 3;
            pen.setColor(new Color(255, 250, 235, 90 + dice.nextInt(140)));
            pen.fill(new Ellipse2D.Double(dice.nextInt(WIDTH), dice.nextInt(HEIGHT - 220), size, size));
        }
        pen.setColor(new Color(255, 244, 220));
        for (int[] star : ORION) {
            pen.fill(new Ellipse2D.Double(star[0], star[1], 8, 8));
        }
    }

    private static void roofs(Graphics2D pen) {
        pen.setColor(new Color(16, 18, 30));
        pen.fillRect(0, 690, 470, HEIGHT);
        pen.fillRect(470, 740, 420, HEIGHT);
        pen.fillRect(890, 660, 390, HEIGHT);
        pen.fillRect(120, 620, 110, 80);
        pen.setStroke(new BasicStroke(5));
        pen.drawLine(1_040, 660, 1_040, 590);
        pen.drawLine(1_005, 610, 1_075, 610);
        pen.setColor(new Color(255, 196, 110));
        for (int window = 0; window < 4; window++) {
            pen.fillRect(940 + window * 85, 720, 26, 34);
        }
    }
}
