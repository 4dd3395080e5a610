package org.outturn.sample;

import java.util.function.UnaryOperator;

/** The elements that the listings have in common. */
final class ListingXml {
    private static final String OWNER = "sample";

    private ListingXml() {}

    static XmlWriter owner(XmlWriter xml, String element) {
        return xml.open(element).add("ID", OWNER).add("DisplayName", OWNER).close();
    }

    static void describe(XmlWriter xml, StoredObject object) {
        xml.add("LastModified", object.modified());
        if (!object.isDeleteMarker()) {
            xml.add("ETag", "\"" + object.bytes().etag() + "\"");
            xml.add("Size", object.bytes().size());
            xml.add("StorageClass", object.attributes().storageClass());
        }
    }

    static XmlWriter begin(
            String root,
            String bucketElement,
            S3Request request,
            ListingPage.Query query,
            UnaryOperator<String> code) {
        XmlWriter xml = XmlWriter.of(root).add(bucketElement, request.bucket);
        xml.add("Prefix", code.apply(query.prefix()));
        addIfSent(xml, "Delimiter", request, "delimiter", code);
        addIfSent(xml, "EncodingType", request, "encoding-type", s -> s);
        return xml;
    }

    static void addIfSent(
            XmlWriter xml,
            String element,
            S3Request request,
            String parameter,
            UnaryOperator<String> code) {
        String value = request.parameter(parameter);
        if (value != null) {
            xml.add(element, code.apply(value));
        }
    }

    static void commonPrefix(XmlWriter xml, String prefix) {
        xml.open("CommonPrefixes").add("Prefix", prefix).close();
    }

    static UnaryOperator<String> encoding(S3Request request) {
        String type = request.parameter("encoding-type");
        if (type != null && !type.equals("url")) {
            throw S3Error.invalidArgument("Invalid Encoding Method specified in Request");
        }
        return type == null ? name -> name : Percent::encodePath;
    }
}
