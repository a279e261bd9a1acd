package com.euphoriapos.ui.diagnostics.swing;

import java.util.List;
import javax.swing.table.AbstractTableModel;

/** A table that is only read. */
final class Rows extends AbstractTableModel {
    private final transient List<String> heads;
    private transient List<? extends List<?>> rows = List.of();

    Rows(String... heads) {
        this.heads = List.of(heads);
    }

    void show(List<? extends List<?>> newRows) {
        if (rows.equals(newRows)) {
            return;
        }
        rows = newRows;
        fireTableDataChanged();
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return heads.size();
    }

    @Override
    public String getColumnName(int column) {
        return heads.get(column);
    }

    @Override
    public Object getValueAt(int row, int column) {
        List<?> cells = rows.get(row);
        return column < cells.size() ? cells.get(column) : "";
    }
}
