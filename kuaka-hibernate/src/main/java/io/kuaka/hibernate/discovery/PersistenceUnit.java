package io.kuaka.hibernate.discovery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * One unit of a {@code persistence.xml}.
 *
 * @param excludesUnlisted whether the unit has only the classes that it lists
 * @param properties its settings, including those of the connection
 */
public record PersistenceUnit(
        String name,
        List<String> classNames,
        List<String> mappingFiles,
        boolean excludesUnlisted,
        Map<String, String> properties) {
    public PersistenceUnit {
        classNames = List.copyOf(classNames);
        mappingFiles = List.copyOf(mappingFiles);
        properties = Map.copyOf(properties);
    }

    /**
     * Returns the units of a {@code persistence.xml}.
     *
     * @param file the name of the file in messages
     * @throws UnreadableUnitsException if it isn't well-formed
     */
    static List<PersistenceUnit> readAll(String file, byte[] xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            // The file belongs to the application, but it must not load anything outside it.
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // Without a handler, errors are printed as well as thrown.
            builder.setErrorHandler(new DefaultHandler());
            Element root = builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
            return elements(root, "persistence-unit").stream()
                    .map(PersistenceUnit::read)
                    .toList();
        } catch (SAXParseException e) {
            throw new UnreadableUnitsException(file, e.getLineNumber(), String.valueOf(e.getMessage()));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static PersistenceUnit read(Element unit) {
        Map<String, String> properties = new LinkedHashMap<>();
        elements(unit, "property")
                .forEach(property -> properties.put(property.getAttribute("name"), property.getAttribute("value")));
        boolean excludes = elements(unit, "exclude-unlisted-classes").stream()
                .anyMatch(element -> !element.getTextContent().strip().equals("false"));
        return new PersistenceUnit(
                unit.getAttribute("name"), texts(unit, "class"), texts(unit, "mapping-file"), excludes, properties);
    }

    private static List<String> texts(Element parent, String name) {
        return elements(parent, name).stream()
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
