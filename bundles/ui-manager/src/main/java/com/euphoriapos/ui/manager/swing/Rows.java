package com.euphoriapos.ui.manager.swing;

import java.util.List;
import javax.swing.table.AbstractTableModel;

/** A table that is only read. */
final class Rows extends AbstractTableModel {
    private transient List<String> heads;
    private transient List<? extends List<?>> rows = List.of();

    Rows(String... heads) {
        this.heads = List.of(heads);
    }

    void show(List<? extends List<?>> newRows) {
        rows = newRows;
        fireTableDataChanged();
    }

    /** Other columns; false when they are the same as before. */
    boolean heads(List<String> newHeads) {
        if (heads.equals(newHeads)) {
            return false;
        }
        heads = newHeads;
        rows = List.of();
        fireTableStructureChanged();
        return true;
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
