package com.euphoriapos.device.javapos;

import jpos.JposException;
import jpos.POSPrinterConst;

/** What else a plain receipt printer does not have: page mode, cartridges, a second colour, insertion, sideways printing. */
abstract class ReceiptOnlyPrinter extends NoJournalOrSlip {
    ReceiptOnlyPrinter(ServiceInfo info, boolean exclusive, String resource) {
        super(info, exclusive, resource);
    }

    @Override
    public final boolean getCapRec2Color() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapRecItalic() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapRecLeft90() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapRecRight90() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapRecRotate180() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapRecStamp() throws JposException {
        return never();
    }

    @Override
    public final String getFontTypefaceList() throws JposException {
        return nothing();
    }

    @Override
    public final String getRecBarCodeRotationList() throws JposException {
        requireOpen();
        return "0";
    }

    @Override
    public final int getRecSidewaysMaxChars() throws JposException {
        return zero();
    }

    @Override
    public final int getRecSidewaysMaxLines() throws JposException {
        return zero();
    }

    @Override
    public final int getRotateSpecial() throws JposException {
        requireOpen();
        return POSPrinterConst.PTR_RP_NORMAL;
    }

    @Override
    public final void setRotateSpecial(int a) throws JposException {
        refuse();
    }

    @Override
    public final void beginInsertion(int a) throws JposException {
        refuseEnabled();
    }

    @Override
    public final void beginRemoval(int a) throws JposException {
        refuseEnabled();
    }

    @Override
    public final void endInsertion() throws JposException {
        refuseEnabled();
    }

    @Override
    public final void endRemoval() throws JposException {
        refuseEnabled();
    }

    @Override
    public final void printTwoNormal(int a, String b, String c) throws JposException {
        refuseEnabled();
    }

    @Override
    public final void rotatePrint(int a, int b) throws JposException {
        refuseEnabled();
    }

    @Override
    public final int getCapRecCartridgeSensor() throws JposException {
        return zero();
    }

    @Override
    public final int getCapRecColor() throws JposException {
        requireOpen();
        return POSPrinterConst.PTR_COLOR_PRIMARY;
    }

    @Override
    public final int getCapRecMarkFeed() throws JposException {
        return zero();
    }

    @Override
    public final int getCartridgeNotify() throws JposException {
        return zero();
    }

    @Override
    public final void setCartridgeNotify(int a) throws JposException {
        refuse();
    }

    @Override
    public final int getRecCartridgeState() throws JposException {
        requireOpen();
        return POSPrinterConst.PTR_CART_UNKNOWN;
    }

    @Override
    public final int getRecCurrentCartridge() throws JposException {
        requireOpen();
        return POSPrinterConst.PTR_COLOR_PRIMARY;
    }

    @Override
    public final void setRecCurrentCartridge(int a) throws JposException {
        refuse();
    }

    @Override
    public final void changePrintSide(int a) throws JposException {
        refuseEnabled();
    }

    @Override
    public final void markFeed(int a) throws JposException {
        refuseEnabled();
    }

    @Override
    public final String getRecBitmapRotationList() throws JposException {
        requireOpen();
        return "0";
    }

    @Override
    public final boolean getCapConcurrentPageMode() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapRecPageMode() throws JposException {
        return never();
    }

    @Override
    public final String getPageModeArea() throws JposException {
        return nothing();
    }

    @Override
    public final int getPageModeDescriptor() throws JposException {
        return zero();
    }

    @Override
    public final int getPageModeHorizontalPosition() throws JposException {
        return zero();
    }

    @Override
    public final void setPageModeHorizontalPosition(int a) throws JposException {
        refuse();
    }

    @Override
    public final String getPageModePrintArea() throws JposException {
        return nothing();
    }

    @Override
    public final void setPageModePrintArea(String a) throws JposException {
        refuse();
    }

    @Override
    public final int getPageModePrintDirection() throws JposException {
        return zero();
    }

    @Override
    public final void setPageModePrintDirection(int a) throws JposException {
        refuse();
    }

    @Override
    public final int getPageModeStation() throws JposException {
        return zero();
    }

    @Override
    public final void setPageModeStation(int a) throws JposException {
        refuse();
    }

    @Override
    public final int getPageModeVerticalPosition() throws JposException {
        return zero();
    }

    @Override
    public final void setPageModeVerticalPosition(int a) throws JposException {
        refuse();
    }

    @Override
    public final void clearPrintArea() throws JposException {
        refuseEnabled();
    }

    @Override
    public final void pageModePrint(int a) throws JposException {
        refuseEnabled();
    }

    @Override
    public final int getCapRecRuledLine() throws JposException {
        return zero();
    }

    @Override
    public final void drawRuledLine(int a, String b, int c, int d, int e, int f) throws JposException {
        refuseEnabled();
    }
}
