package com.euphoriapos.device.javapos;

import jpos.JposException;
import jpos.POSPrinterConst;
import jpos.services.POSPrinterService114;

/**
 * The journal and slip stations, which a receipt printer does not have: each capability is false, each property has its
 * neutral value, each call is illegal.
 */
abstract class NoJournalOrSlip extends CommonService implements POSPrinterService114 {
    NoJournalOrSlip(ServiceInfo info, boolean exclusive, String resource) {
        super(info, exclusive, resource);
    }

    final boolean never() throws JposException {
        requireOpen();
        return false;
    }

    final int zero() throws JposException {
        requireOpen();
        return 0;
    }

    final String nothing() throws JposException {
        requireOpen();
        return "";
    }

    final void refuse() throws JposException {
        requireOpen();
        throw JposErrors.illegal("this printer has one receipt station with one colour and no page mode");
    }

    final void refuseEnabled() throws JposException {
        requireEnabled();
        refuse();
    }

    @Override
    public final boolean getCapConcurrentJrnRec() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapConcurrentJrnSlp() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapConcurrentRecSlp() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapJrn2Color() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapJrnBold() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapJrnDhigh() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapJrnDwide() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapJrnDwideDhigh() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapJrnEmptySensor() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapJrnItalic() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapJrnNearEndSensor() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapJrnPresent() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapJrnUnderline() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapSlp2Color() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapSlpBarCode() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapSlpBitmap() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapSlpBold() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapSlpDhigh() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapSlpDwide() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapSlpDwideDhigh() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapSlpEmptySensor() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapSlpFullslip() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapSlpItalic() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapSlpLeft90() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapSlpNearEndSensor() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapSlpPresent() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapSlpRight90() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapSlpRotate180() throws JposException {
        return never();
    }

    @Override
    public final boolean getCapSlpUnderline() throws JposException {
        return never();
    }

    @Override
    public final boolean getJrnEmpty() throws JposException {
        return never();
    }

    @Override
    public final boolean getJrnLetterQuality() throws JposException {
        return never();
    }

    @Override
    public final void setJrnLetterQuality(boolean a) throws JposException {
        refuse();
    }

    @Override
    public final int getJrnLineChars() throws JposException {
        return zero();
    }

    @Override
    public final void setJrnLineChars(int a) throws JposException {
        refuse();
    }

    @Override
    public final String getJrnLineCharsList() throws JposException {
        return nothing();
    }

    @Override
    public final int getJrnLineHeight() throws JposException {
        return zero();
    }

    @Override
    public final void setJrnLineHeight(int a) throws JposException {
        refuse();
    }

    @Override
    public final int getJrnLineSpacing() throws JposException {
        return zero();
    }

    @Override
    public final void setJrnLineSpacing(int a) throws JposException {
        refuse();
    }

    @Override
    public final int getJrnLineWidth() throws JposException {
        return zero();
    }

    @Override
    public final boolean getJrnNearEnd() throws JposException {
        return never();
    }

    @Override
    public final String getSlpBarCodeRotationList() throws JposException {
        return nothing();
    }

    @Override
    public final boolean getSlpEmpty() throws JposException {
        return never();
    }

    @Override
    public final boolean getSlpLetterQuality() throws JposException {
        return never();
    }

    @Override
    public final void setSlpLetterQuality(boolean a) throws JposException {
        refuse();
    }

    @Override
    public final int getSlpLineChars() throws JposException {
        return zero();
    }

    @Override
    public final void setSlpLineChars(int a) throws JposException {
        refuse();
    }

    @Override
    public final String getSlpLineCharsList() throws JposException {
        return nothing();
    }

    @Override
    public final int getSlpLineHeight() throws JposException {
        return zero();
    }

    @Override
    public final void setSlpLineHeight(int a) throws JposException {
        refuse();
    }

    @Override
    public final int getSlpLineSpacing() throws JposException {
        return zero();
    }

    @Override
    public final void setSlpLineSpacing(int a) throws JposException {
        refuse();
    }

    @Override
    public final int getSlpLineWidth() throws JposException {
        return zero();
    }

    @Override
    public final int getSlpLinesNearEndToEnd() throws JposException {
        return zero();
    }

    @Override
    public final int getSlpMaxLines() throws JposException {
        return zero();
    }

    @Override
    public final boolean getSlpNearEnd() throws JposException {
        return never();
    }

    @Override
    public final int getSlpSidewaysMaxChars() throws JposException {
        return zero();
    }

    @Override
    public final int getSlpSidewaysMaxLines() throws JposException {
        return zero();
    }

    @Override
    public final int getCapJrnCartridgeSensor() throws JposException {
        return zero();
    }

    @Override
    public final int getCapJrnColor() throws JposException {
        return zero();
    }

    @Override
    public final boolean getCapSlpBothSidesPrint() throws JposException {
        return never();
    }

    @Override
    public final int getCapSlpCartridgeSensor() throws JposException {
        return zero();
    }

    @Override
    public final int getCapSlpColor() throws JposException {
        return zero();
    }

    @Override
    public final int getJrnCartridgeState() throws JposException {
        requireOpen();
        return POSPrinterConst.PTR_CART_UNKNOWN;
    }

    @Override
    public final int getJrnCurrentCartridge() throws JposException {
        return zero();
    }

    @Override
    public final void setJrnCurrentCartridge(int a) throws JposException {
        refuse();
    }

    @Override
    public final int getSlpCartridgeState() throws JposException {
        requireOpen();
        return POSPrinterConst.PTR_CART_UNKNOWN;
    }

    @Override
    public final int getSlpCurrentCartridge() throws JposException {
        return zero();
    }

    @Override
    public final void setSlpCurrentCartridge(int a) throws JposException {
        refuse();
    }

    @Override
    public final int getSlpPrintSide() throws JposException {
        requireOpen();
        return POSPrinterConst.PTR_PS_UNKNOWN;
    }

    @Override
    public final String getSlpBitmapRotationList() throws JposException {
        return nothing();
    }

    @Override
    public final boolean getCapSlpPageMode() throws JposException {
        return never();
    }

    @Override
    public final int getCapSlpRuledLine() throws JposException {
        return zero();
    }
}
