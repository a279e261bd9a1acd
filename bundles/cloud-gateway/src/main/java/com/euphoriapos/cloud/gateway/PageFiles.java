package com.euphoriapos.cloud.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of the web page, read once from the bundle. Only what is written down here is served, so no path leads anywhere else; a test
 * compares the list with the folder. Immutable.
 */
final class PageFiles {
    /** The page's own, in {@code web/}. */
    static final List<String> OWN = List.of(
            "accounts.js",
            "api.js",
            "app.js",
            "changes.js",
            "chart.js",
            "dom.js",
            "format.js",
            "index.html",
            "lanes.js",
            "live.js",
            "product.js",
            "products.js",
            "rules.js",
            "sales.js",
            "signin.js",
            "style.css",
            "theme.css");

    /** The register's letters and pictures. */
    static final List<String> SHARED = List.of(
            "font/InterTabular-Bold.ttf",
            "font/InterTabular-Regular.ttf",
            "font/InterTabular-SemiBold.ttf",
            "icon/alert-octagon-filled.svg",
            "icon/alert-triangle-filled.svg",
            "icon/building-store.svg",
            "icon/cash-register.svg",
            "icon/chart-bar.svg",
            "icon/chevron-left.svg",
            "icon/chevron-right.svg",
            "icon/circle-check-filled.svg",
            "icon/copy.svg",
            "icon/devices.svg",
            "icon/discount.svg",
            "icon/history.svg",
            "icon/info-circle-filled.svg",
            "icon/lock.svg",
            "icon/logout.svg",
            "icon/package.svg",
            "icon/pencil.svg",
            "icon/plug.svg",
            "icon/plus.svg",
            "icon/refresh.svg",
            "icon/search.svg",
            "icon/tags.svg",
            "icon/trash.svg",
            "icon/user.svg",
            "icon/users.svg",
            "icon/x.svg");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "ttf", "font/ttf");

    private final Map<String, PageFile> files;

    private PageFiles(Map<String, PageFile> files) {
        this.files = Map.copyOf(files);
    }

    /**
     * A file as it is sent.
     *
     * @param type for {@code Content-Type}
     * @param tag names the content, for {@code ETag}
     * @param packed the bytes by gzip
     */
    record PageFile(String type, String tag, byte[] bytes, byte[] packed) {}

    /** Reads them all. */
    static PageFiles load() {
        Map<String, PageFile> files = new HashMap<>();
        for (List<String> names : List.of(OWN, SHARED)) {
            for (String name : names) {
                files.put("/web/" + name, read(name));
            }
        }
        return new PageFiles(files);
    }

    private static PageFile read(String name) {
        try (@Nullable InputStream in = PageFiles.class.getClassLoader().getResourceAsStream("web/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the page's file " + name + " is missing");
            }
            byte[] bytes = in.readAllBytes();
            String tag = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 12);
            String type = String.valueOf(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
            return new PageFile(type, '"' + tag + '"', bytes, Bodies.pack(bytes));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What lies at a path of the address; empty where nothing does. */
    Optional<PageFile> at(String path) {
        return Optional.ofNullable(files.get(path.equals("/web/") ? "/web/index.html" : path));
    }
}
