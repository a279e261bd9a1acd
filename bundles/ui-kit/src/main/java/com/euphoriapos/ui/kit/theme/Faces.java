package com.euphoriapos.ui.kit.theme;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * Reads the files of the typeface. Where there is a folder for it they are kept there: of a font that is no file, Java makes a
 * temporary one at each start, under a random name, which takes longer than all the rest of it.
 */
final class Faces {
    /** System property: the folder in which the fonts are kept; nobody else may write there. */
    static final String FOLDER = "pos.fonts";

    private Faces() {}

    static Font read(Type.Face face) {
        String name = "fonts/InterTabular-" + face.file() + ".ttf";
        try (InputStream in = Faces.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            byte[] content = in.readAllBytes();
            String folder = System.getProperty(FOLDER);
            return folder == null ? loose(content) : kept(content, Path.of(folder), face.file() + ".ttf");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("unreadable font " + name, e);
        }
    }

    private static Font loose(byte[] content) throws IOException, FontFormatException {
        return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(content));
    }

    private static Font kept(byte[] content, Path folder, String name) throws IOException, FontFormatException {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
                Files.createDirectories(folder);
                Path next = folder.resolve(name + ".next");
                Files.write(next, content);
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException unwritable) {
            // The disk is full, or it is not ours: text is shown all the same.
            return loose(content);
        }
        return Font.createFont(Font.TRUETYPE_FONT, file.toFile());
    }
}
