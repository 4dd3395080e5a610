package org.outturn.sample;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** An element of a document that a client sent; local names only, no attributes. */
record XmlNode(String name, String text, List<XmlNode> children) {

    /**
     * Reads a document. It may have no DTD, so that no entity grows or reaches out.
     *
     * @throws S3Error {@code MalformedXML} when it is not well-formed or has another root
     */
    static XmlNode parse(byte[] xml, String root) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader =
                    factory.createXMLStreamReader(new ByteArrayInputStream(xml), "UTF-8");
            reader.nextTag();
            XmlNode node = read(reader);
            if (!node.name.equals(root)) {
                throw S3Error.malformedXml();
            }
            return node;
        } catch (XMLStreamException e) {
            throw S3Error.malformedXml();
        }
    }

    private static XmlNode read(XMLStreamReader reader) throws XMLStreamException {
        String name = reader.getLocalName();
        var text = new StringBuilder();
        var children = new ArrayList<XmlNode>();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(read(reader));
                case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return new XmlNode(name, text.toString(), children);
                }
                default -> {}
            }
        }
    }

    List<XmlNode> all(String child) {
        return children.stream().filter(node -> node.name.equals(child)).toList();
    }

    @Nullable XmlNode child(String child) {
        return all(child).stream().findFirst().orElse(null);
    }

    /** The text of a child; null when there is no such child. */
    @Nullable String value(String child) {
        XmlNode node = child(child);
        return node == null ? null : node.text.strip();
    }

    /** The text of a child that must be there. */
    String required(String child) {
        XmlNode node = child(child);
        if (node == null) {
            throw S3Error.malformedXml();
        }
        return node.text;
    }

    /** The texts of all children of that name. */
    Stream<String> values(String child) {
        return all(child).stream().map(node -> node.text.strip());
    }
}
