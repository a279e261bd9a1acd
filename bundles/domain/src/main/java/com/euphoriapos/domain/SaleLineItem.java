package com.euphoriapos.domain;

import java.util.Objects;
import java.util.Optional;

/**
 * A numbered line of a sale; what was known of the product at the scan is kept in it, so a later price change can't alter it.
 *
 * @param lineNumber from 1, never reused within the transaction
 * @param productId whose stock it takes
 * @param sku item number
 * @param name as on the receipt
 * @param category the price book's category
 * @param sizeMillilitres content of one piece, 0 where it has none
 * @param packSize pieces in one of {@code quantity}
 * @param quantity packs sold; positive
 * @param unitPrice price of one pack
 * @param taxCategory key of the tax table
 * @param code the look-up key that was scanned, empty where it was chosen by hand
 * @param voided whether it was taken back before the payment; it keeps its place and counts for nothing
 * @param voidedBy name of who took it back, empty where nobody did
 * @param override who gave it another price than the catalogue's; empty where nobody did
 */
public record SaleLineItem(
        int lineNumber,
        String productId,
        String sku,
        String name,
        String category,
        int sizeMillilitres,
        int packSize,
        Quantity quantity,
        Money unitPrice,
        String taxCategory,
        String code,
        boolean voided,
        String voidedBy,
        Optional<PriceOverride> override) {
    public SaleLineItem {
        Objects.requireNonNull(productId);
        Objects.requireNonNull(voidedBy);
        if (lineNumber < 1 || packSize < 1) {
            throw new IllegalArgumentException("line number and pack size start at 1");
        }
        if (!quantity.isPositive() || quantity.compareTo(Quantity.LINE_MAX) > 0) {
            throw new IllegalArgumentException("quantity " + quantity + " is out of range");
        }
    }

    /** A line that sells so many packs of what a look-up found. */
    public static SaleLineItem of(int lineNumber, CatalogMatch match, Quantity quantity, String code) {
        Product product = match.product();
        return new SaleLineItem(
                lineNumber,
                product.id(),
                product.sku(),
                product.name(),
                product.category(),
                product.sizeMillilitres(),
                match.packSize(),
                quantity,
                match.price(),
                product.taxCategory(),
                code,
                false,
                "",
                Optional.empty());
    }

    /** What the line costs: quantity × unit price, nothing when voided. */
    public Money extendedAmount() {
        return voided ? Money.ZERO : unitPrice.times(quantity);
    }

    /** Pieces that leave the stock. */
    public Quantity pieces() {
        return voided ? Quantity.ZERO : quantity.times(packSize);
    }

    /** The same line with another quantity. */
    public SaleLineItem withQuantity(Quantity newQuantity) {
        return new SaleLineItem(
                lineNumber,
                productId,
                sku,
                name,
                category,
                sizeMillilitres,
                packSize,
                newQuantity,
                unitPrice,
                taxCategory,
                code,
                voided,
                voidedBy,
                override);
    }

    /** The same line taken back by somebody. */
    public SaleLineItem voidedBy(String operatorName) {
        return new SaleLineItem(
                lineNumber,
                productId,
                sku,
                name,
                category,
                sizeMillilitres,
                packSize,
                quantity,
                unitPrice,
                taxCategory,
                code,
                true,
                operatorName,
                override);
    }

    /** The same line at another price for one pack than the catalogue's. */
    public SaleLineItem withPrice(Money newPrice, PriceOverride why) {
        return withPrice(newPrice, Optional.of(why));
    }

    /** The same line at the catalogue's price. */
    public SaleLineItem withRegularPrice() {
        return withPrice(regularPrice(), Optional.empty());
    }

    private SaleLineItem withPrice(Money newPrice, Optional<PriceOverride> why) {
        return new SaleLineItem(
                lineNumber,
                productId,
                sku,
                name,
                category,
                sizeMillilitres,
                packSize,
                quantity,
                newPrice,
                taxCategory,
                code,
                voided,
                voidedBy,
                why);
    }

    /** Price of one pack as the catalogue had it at the scan. */
    public Money regularPrice() {
        return override.map(PriceOverride::regularPrice).orElse(unitPrice);
    }

    /** Whether another scan of this match would only raise the quantity. */
    public boolean sellsSame(CatalogMatch match) {
        return !voided
                && override.isEmpty()
                && productId.equals(match.product().id())
                && packSize == match.packSize()
                && unitPrice.equals(match.price());
    }
}
