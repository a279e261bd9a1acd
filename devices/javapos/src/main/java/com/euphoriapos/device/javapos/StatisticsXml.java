package com.euphoriapos.device.javapos;

import java.util.Map;

/** Writes the statistics of a device in the document that UnifiedPOS prescribes. */
final class StatisticsXml {
    private StatisticsXml() {}

    static String of(ServiceInfo info, Map<String, Long> counters) {
        StringBuilder out = new StringBuilder(400);
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append(
                "<UPOSStat version=\"1.14.0\" xmlns=\"http://www.nrf-arts.org/UnifiedPOS/namespace/\">\n  <Event>\n");
        counters.forEach((name, value) -> out.append("    <Parameter><Name>")
                .append(escaped(name))
                .append("</Name><Value>")
                .append(value)
                .append("</Value></Parameter>\n"));
        out.append("  </Event>\n  <Equipment>\n    <UnifiedPOSVersion>1.14</UnifiedPOSVersion>\n");
        out.append("    <DeviceCategory UPOS=\"")
                .append(escaped(info.category()))
                .append("\"/>\n");
        out.append("    <ModelName>").append(escaped(info.deviceName())).append("</ModelName>\n");
        out.append("  </Equipment>\n</UPOSStat>\n");
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
