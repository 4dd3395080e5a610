package org.outturn.pipeline.layout;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.outturn.pipeline.OutputKind;
import org.outturn.pipeline.template.PathTemplate;
import org.outturn.pipeline.template.PlaceholderType;

/** Reads one output of a layout. */
final class OutputFormReader {
    private final LayoutNode node;
    private final List<OutputForm.Role> roles = new ArrayList<>();

    private OutputFormReader(LayoutNode node) {
        this.node = node;
    }

    /**
     * @param link how long links to outputs of the layout last where the output says nothing else
     */
    static OutputForm read(LayoutNode node, Optional<Duration> link) throws LayoutException {
        return new OutputFormReader(node).form(link);
    }

    private OutputForm form(Optional<Duration> link) throws LayoutException {
        node.allow(
                "id",
                "kind",
                "roles",
                "aside",
                "keys",
                "output",
                "exact",
                "joined",
                "name",
                "produced",
                "zone",
                "user",
                "job",
                "metadata",
                "by",
                "expects",
                "pairSeconds",
                "waitsFor",
                "waitMinutes",
                "linkSeconds");
        for (Map.Entry<String, String> role : node.table("roles").entrySet()) {
            roles.add(new OutputForm.Role(role.getKey(), role.getValue()));
        }
        if (roles.size() > OutputForm.MOST_ROLES) {
            throw node.child("roles").wrong("at most " + OutputForm.MOST_ROLES + " roles");
        }
        var keys = new ArrayList<KeyForm>();
        for (LayoutNode key : node.list("keys")) {
            keys.add(key(key));
        }
        if (keys.isEmpty()) {
            throw node.wrong("at least one form of key is needed in \"keys\"");
        }
        List<String> groupBy = node.texts("output");
        checkNames("output", groupBy, keys);
        var expects = new ArrayList<Expectation>();
        for (LayoutNode expectation : node.list("expects")) {
            expects.add(expectation(expectation));
        }
        return new OutputForm(
                node.required("id"),
                kind(),
                keys,
                groupBy,
                node.flag("exact", true),
                node.flag("joined", false),
                fields(),
                roles,
                mask(node, "aside"),
                node.text("by", ""),
                expects,
                node.has("pairSeconds") ? (int) node.number("pairSeconds", 1, 3_600) : 0,
                mask(node, "waitsFor"),
                node.has("waitMinutes")
                        ? Optional.of(Duration.ofMinutes(node.number("waitMinutes", 1, 525_600)))
                        : Optional.empty(),
                node.has("linkSeconds") ? LayoutReader.linkLifetime(node) : link);
    }

    private OutputKind kind() throws LayoutException {
        String name = node.required("kind");
        for (OutputKind kind : OutputKind.values()) {
            if (kind.id().equals(name)) {
                return kind;
            }
        }
        throw node.child("kind").wrong("there is no kind \"" + name + "\"");
    }

    private OutputForm.Fields fields() throws LayoutException {
        String zone = node.text("zone", "");
        try {
            if (!zone.isEmpty()) {
                ZoneId.of(zone);
            }
        } catch (DateTimeException e) {
            throw node.child("zone").wrong("there is no time zone \"" + zone + "\"");
        }
        return new OutputForm.Fields(
                node.text("name", ""),
                node.text("produced", ""),
                zone,
                node.text("user", ""),
                node.text("job", ""),
                node.text("metadata", ""));
    }

    /** Every form of key has to tell which output it belongs to. */
    private void checkNames(String field, List<String> names, List<KeyForm> keys)
            throws LayoutException {
        for (String name : names) {
            for (KeyForm key : keys) {
                if (key.template().slot(name) < 0) {
                    throw node.child(field)
                            .wrong(
                                    "\""
                                            + key.template()
                                            + "\" has no placeholder \""
                                            + name
                                            + "\"");
                }
            }
        }
    }

    private KeyForm key(LayoutNode entry) throws LayoutException {
        entry.allow("key", "role", "files");
        PathTemplate template = LayoutReader.template(entry.child("key"));
        var files = new ArrayList<KeyForm.FileRole>();
        for (LayoutNode file : entry.list("files")) {
            file.allow("file", "role");
            files.add(
                    new KeyForm.FileRole(
                            LayoutReader.template(file.child("file")), role(file.child("role"))));
        }
        boolean open =
                !template.placeholders().isEmpty()
                        && template.placeholders().getLast().type() instanceof PlaceholderType.Rest;
        if (!files.isEmpty() && !open) {
            throw entry.wrong("files can be told only below a template that ends in a rest");
        }
        int role =
                entry.has("role")
                        ? role(entry.child("role"))
                        : files.isEmpty() ? KeyForm.NONE : KeyForm.BY_FILE;
        return new KeyForm(template, role, files);
    }

    private Expectation expectation(LayoutNode entry) throws LayoutException {
        entry.allow("all", "when", "any", "each", "set");
        if (entry.has("any")) {
            return new Expectation.Any(mask(entry, "any"));
        }
        if (entry.has("each")) {
            return new Expectation.Each(role(entry.child("each")), mask(entry, "all"));
        }
        if (entry.has("set")) {
            return new Expectation.OneSet(mask(entry, "set"));
        }
        return new Expectation.All(mask(entry, "when"), mask(entry, "all"));
    }

    private long mask(LayoutNode entry, String field) throws LayoutException {
        long mask = 0;
        for (LayoutNode role : entry.list(field)) {
            mask |= 1L << role(role);
        }
        return mask;
    }

    private int role(LayoutNode entry) throws LayoutException {
        String name = entry.text();
        for (int i = 0; i < roles.size(); i++) {
            if (roles.get(i).id().equals(name)) {
                return i;
            }
        }
        throw entry.wrong("there is no role \"" + name + "\" in \"roles\"");
    }
}
