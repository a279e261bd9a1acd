package com.euphoriapos.ui.kit.theme;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Font;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FacesTest {
    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        System.clearProperty(Faces.FOLDER);
    }

    @Test
    void keepsTheFontAsAFileAndMendsADamagedOne() throws Exception {
        Font loose = Faces.read(Type.Face.BOLD);
        System.setProperty(Faces.FOLDER, folder.resolve("fonts").toString());
        assertEquals(loose.getFontName(), Faces.read(Type.Face.BOLD).getFontName());
        Path file = folder.resolve("fonts/Bold.ttf");
        byte[] kept = Files.readAllBytes(file);

        Files.write(file, new byte[] {1, 2, 3});

        assertEquals(loose.getFontName(), Faces.read(Type.Face.BOLD).getFontName());
        assertArrayEquals(kept, Files.readAllBytes(file));
    }

    @Test
    void showsTextWhereNothingCanBeKept() throws Exception {
        Path file = Files.writeString(folder.resolve("no-folder"), "");
        System.setProperty(Faces.FOLDER, file.toString());
        assertEquals("Inter Tabular Bold", Faces.read(Type.Face.BOLD).getFontName());
    }
}
