package com.euphoriapos.ui.register.testing;

import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.Department;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Finds what the shop has. */
public final class ShopCatalog implements Catalog {
    private final Shop shop;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile long version = 1;

    public ShopCatalog(Shop shop) {
        this.shop = shop;
    }

    @Override
    public List<CatalogMatch> byCode(String code) {
        return shop.byCode(code);
    }

    @Override
    public List<CatalogMatch> search(String text, int limit) {
        String words = text.toUpperCase(Locale.ROOT);
        return shop.all().stream()
                .filter(match -> match.product().name().contains(words)
                        || match.product().sku().contains(words)
                        || shop.byCode(text).contains(match))
                .limit(limit)
                .toList();
    }

    @Override
    public List<CatalogMatch> mostSold(Optional<Department> department, int limit) {
        return shop.all().stream()
                .filter(match -> department.isEmpty() || match.product().department() == department.get())
                .limit(limit)
                .toList();
    }

    @Override
    public List<String> explain(String code) {
        return List.of();
    }

    @Override
    public long count() {
        return shop.all().size();
    }

    @Override
    public long version() {
        return version;
    }

    /** As when another lane changed products. */
    public void changed() {
        version++;
        listeners.forEach(Listener::catalogChanged);
    }

    @Override
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }
}
