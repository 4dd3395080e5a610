package org.outturn.sample;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the XML of an answer, element by element. */
final class XmlWriter {
    private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private XmlWriter() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer with this root element, in the namespace of S3. */
    static XmlWriter of(String root) {
        return new XmlWriter().open(root).attribute(NAMESPACE);
    }

    /** An error, which has no namespace. */
    static XmlWriter ofError() {
        return new XmlWriter().open("Error");
    }

    XmlWriter open(String element) {
        return write(() -> xml.writeStartElement(element));
    }

    XmlWriter close() {
        return write(xml::writeEndElement);
    }

    XmlWriter add(String element, Object value) {
        return write(() -> {
            xml.writeStartElement(element);
            characters(value.toString());
            xml.writeEndElement();
        });
    }

    /** Text of the open element itself. */
    XmlWriter text(String value) {
        return write(() -> characters(value));
    }

    /** An instant as S3 writes it, with milliseconds. */
    XmlWriter add(String element, Instant value) {
        return add(element, time(value));
    }

    byte[] bytes() {
        write(xml::writeEndDocument);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String time(Instant value) {
        String seconds = value.truncatedTo(ChronoUnit.SECONDS).toString();
        int millis = value.getNano() / 1_000_000;
        return "%s.%03dZ".formatted(seconds.substring(0, seconds.length() - 1), millis);
    }

    private XmlWriter attribute(String namespace) {
        return write(() -> xml.writeDefaultNamespace(namespace));
    }

    /**
     * Control characters go out as references: a parser would else read a carriage return as a line
     * feed. XML 1.0 has no place for most of them, which is why clients ask for url encoding.
     */
    private void characters(String value) throws XMLStreamException {
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t') {
                xml.writeCharacters(value.substring(from, i));
                xml.writeEntityRef("#x" + Integer.toHexString(c));
                from = i + 1;
            }
        }
        xml.writeCharacters(value.substring(from));
    }

    private XmlWriter write(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a writer to memory does not fail", e);
        }
    }

    private interface Writing {
        void run() throws XMLStreamException;
    }
}
