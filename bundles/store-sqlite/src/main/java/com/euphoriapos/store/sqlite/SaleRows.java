package com.euphoriapos.store.sqlite;

import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.PriceOverride;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.domain.TaxLineItem;
import com.euphoriapos.domain.TenderLineItem;
import com.euphoriapos.store.sqlite.mapper.TransactionMapper.Header;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Writes the rows of a sale. Plain statements in place of mappers: a lane that catches up passes here for each sale of all others. */
final class SaleRows {
    private static final String HEADER =
            """
            INSERT INTO transactions (id, receipt_number, workstation_id, status, opened_by, opened_at, operator_id,
                                      operator_name, completed_at, business_day, subtotal_cents, tax_cents, total_cents,
                                      item_count, content_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO NOTHING
            """;
    private static final String ITEM =
            """
            INSERT INTO transaction_items (transaction_id, line_number, product_id, sku, name, category, size_millilitres,
                                           pack_size, quantity, unit_price_cents, extended_cents, tax_category, code, voided,
                                           voided_by, regular_price_cents, price_reason, price_changed_by,
                                           price_approved_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String TENDER =
            """
            INSERT INTO transaction_tenders (transaction_id, line_number, type, tendered_cents, change_cents)
            VALUES (?, ?, ?, ?, ?)
            """;
    private static final String TAX =
            """
            INSERT INTO transaction_taxes (transaction_id, line_number, category, rate_ppm, taxable_cents, tax_cents)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private final Session session;

    SaleRows(Session session) {
        this.session = session;
    }

    /** Returns whether no sale has that id yet. */
    boolean insert(Header header) throws SQLException {
        return new Filling(session.statement(HEADER))
                        .text(header.id())
                        .text(header.receiptNumber())
                        .text(header.workstationId())
                        .text(header.status())
                        .text(header.openedBy())
                        .moment(header.openedAt())
                        .text(header.operatorId())
                        .text(header.operatorName())
                        .moment(header.completedAt())
                        .number(header.businessDay())
                        .money(header.subtotal())
                        .money(header.tax())
                        .money(header.total())
                        .quantity(header.itemCount())
                        .text(header.contentHash())
                        .run()
                > 0;
    }

    void insertItems(String sale, List<SaleLineItem> lines) throws SQLException {
        PreparedStatement statement = session.statement(ITEM);
        for (SaleLineItem line : lines) {
            Optional<PriceOverride> override = line.override();
            new Filling(statement)
                    .text(sale)
                    .number(line.lineNumber())
                    .text(line.productId())
                    .text(line.sku())
                    .text(line.name())
                    .text(line.category())
                    .number(line.sizeMillilitres())
                    .number(line.packSize())
                    .quantity(line.quantity())
                    .money(line.unitPrice())
                    .money(line.extendedAmount())
                    .text(line.taxCategory())
                    .text(line.code())
                    .flag(line.voided())
                    .text(line.voidedBy())
                    .money(override.map(PriceOverride::regularPrice).orElse(Money.ZERO))
                    .text(override.map(PriceOverride::reason).orElse(""))
                    .text(override.map(PriceOverride::changedBy).orElse(""))
                    .text(override.map(PriceOverride::approvedBy).orElse(""))
                    .run();
        }
    }

    void insertTenders(String sale, List<TenderLineItem> tenders) throws SQLException {
        PreparedStatement statement = session.statement(TENDER);
        int number = 0;
        for (TenderLineItem tender : tenders) {
            new Filling(statement)
                    .text(sale)
                    .number(++number)
                    .text(tender.type().name())
                    .money(tender.tendered())
                    .money(tender.change())
                    .run();
        }
    }

    void insertTaxes(String sale, List<TaxLineItem> taxes) throws SQLException {
        PreparedStatement statement = session.statement(TAX);
        int number = 0;
        for (TaxLineItem tax : taxes) {
            new Filling(statement)
                    .text(sale)
                    .number(++number)
                    .text(tax.category())
                    .number(tax.rate().partsPerMillion())
                    .money(tax.taxable())
                    .money(tax.amount())
                    .run();
        }
    }
}
