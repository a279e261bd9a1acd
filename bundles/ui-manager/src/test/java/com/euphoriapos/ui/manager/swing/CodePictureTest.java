package com.euphoriapos.ui.manager.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Reader;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** What is on the screen is read again from its pixels, as a scanner does. */
final class CodePictureTest {
    private static final String CODE = "0123456789ABCDEFYW";
    private static final String INVITE = "EPL1/" + CODE + "/192.168.100.200:8123";
    private static final String TWO_ADDRESSES = INVITE + "/10.20.30.40:8142";

    private static String read(CodePicture picture, Reader reader, double scale) throws ReaderException {
        Dimension size = picture.getPreferredSize();
        picture.setSize((int) (size.width * scale), (int) (size.height * scale));
        BufferedImage image = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        // As on a dark screen: what is around the code must not matter.
        g.setColor(new Color(0x1d, 0x20, 0x25));
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        picture.paint(g);
        g.dispose();
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return reader.decode(new BinaryBitmap(new GlobalHistogramBinarizer(source)))
                .getText();
    }

    @Test
    void theQrCodeOfAnInviteReadsAsWhatItSays() throws ReaderException {
        for (double scale : new double[] {1, 1.25, 2}) {
            for (String text : new String[] {INVITE, TWO_ADDRESSES, "EPL1/" + CODE}) {
                CodePicture picture = CodePicture.qr(190);
                picture.show(text, "code");
                assertEquals(text, read(picture, new QRCodeReader(), scale));
            }
        }
    }

    @Test
    void theBarsOfACodeReadAsWhatTheySay() throws ReaderException {
        for (double scale : new double[] {1, 1.25, 2}) {
            CodePicture picture = CodePicture.bars(340, 64);
            picture.show(CODE, "code");
            assertEquals(CODE, read(picture, new Code128Reader(), scale));
        }
    }

    @Test
    void theBarsOfAnInviteReadAsWhatTheySayWhereTheyAreRoomyEnough() throws ReaderException {
        CodePicture picture = CodePicture.bars(CodePicture.modules(INVITE), 64);
        picture.show(INVITE, "code");
        assertEquals(INVITE, read(picture, new Code128Reader(), 1));
    }

    @Test
    void nothingIsShownOfAnEmptyText() {
        CodePicture picture = CodePicture.qr(190);
        picture.show("", "code");
        assertFalse(picture.isVisible());
    }
}
