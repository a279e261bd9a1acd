package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive, unpacked where nobody thought of, and moved. */
final class DistributionTest {
    private static final long UNPACK_SECONDS = 120;

    @TempDir
    Path folder;

    @Test
    void runsWhereItIsUnpackedAndWhereItIsMovedTo() throws Exception {
        Path place = unpack(Files.createDirectories(folder.resolve("Shop No 1 – täglich")));
        try (Stream<Path> brought = Files.list(place.resolve("cloud-demo"))) {
            assertEquals(1, brought.count(), "the PostgreSQL of the cloud end's demo");
        }
        Path home = folder.resolve("data of the lane");
        Product product = new Product(home, place.resolve("pos"));
        Product.Run version = product.run("", "--version");
        assertEquals("Euphoria POS 0.1.0", version.text());
        assertTrue(Files.notExists(home), "--version makes no home");
        Product.Run check = product.run("", "--check");
        assertEquals(0, check.exitCode(), check.text());
        Path prices = Files.writeString(folder.resolve("price book.csv"), Shop.PRICE_BOOK);
        Product.Run setUp = product.commands(
                "pos:setup --store 'Test Store' --tax 7 --workstation L1 --owner-first Olive --pin " + Shop.PIN,
                "pos:import-products '" + prices + "'");
        assertEquals(0, setUp.exitCode(), setUp.text());
        assertEquals(List.of(), readableByOthers(home));

        Path moved = Files.move(place, folder.resolve("elsewhere"));
        Product again = new Product(home, moved.resolve("pos"));
        Product.Run products = again.commands("pos:products GIN");
        assertEquals(0, products.exitCode(), products.text());
        assertTrue(products.text().contains("NORTH COVE GIN"), products.text());
        Product.Run well = again.run("", "--check");
        assertEquals(0, well.exitCode(), well.text());
        assertEquals(List.of(), readableByOthers(home));
    }

    private static Path unpack(Path folder) throws Exception {
        Path archive = TestLane.distribution().resolveSibling("euphoria-pos-0.1.0.tar.gz");
        Assumptions.assumeTrue(Files.exists(archive), "built with -Dskip.archives=true");
        Process tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", folder.toString())
                .inheritIO()
                .start();
        Assertions.assertTrue(tar.waitFor(UNPACK_SECONDS, TimeUnit.SECONDS), "tar does not end");
        assertEquals(0, tar.exitValue());
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.toList().get(0);
        }
    }

    /** What others than the user may read, write or enter: the home itself is 0700, what is in it 0700 or 0600. */
    private static List<String> readableByOthers(Path home) throws IOException {
        assertEquals("rwx------", mode(home));
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> !Files.isSymbolicLink(file))
                    .filter(file -> !mode(file).endsWith("------"))
                    .map(file -> home.relativize(file) + " " + mode(file))
                    .toList();
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
