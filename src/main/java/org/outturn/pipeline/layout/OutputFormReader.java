package org.outturn.pipeline.layout;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
            if (!LayoutNode.isId(role.getKey())) {
                throw node.child("roles")
                        .wrong(
                                "a role's id is 1 to 40 letters, digits and hyphens: "
                                        + LayoutNode.quote(role.getKey()));
            }
            roles.add(
                    new OutputForm.Role(
                            role.getKey(), node.child("roles").name(role.getKey(), "")));
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
        new FormChecks(node, keys).check(groupBy);
        var expects = new ArrayList<Expectation>();
        for (LayoutNode expectation : node.list("expects")) {
            expects.add(expectation(expectation));
        }
        return new OutputForm(
                node.id("id"),
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
        throw node.child("kind")
                .wrong(
                        "there is no kind "
                                + LayoutNode.quote(name)
                                + "; known are "
                                + Arrays.stream(OutputKind.values())
                                        .map(OutputKind::id)
                                        .collect(Collectors.joining(", ")));
    }

    private OutputForm.Fields fields() throws LayoutException {
        String zone = node.text("zone", "");
        try {
            if (!zone.isEmpty()) {
                ZoneId.of(zone);
            }
        } catch (DateTimeException e) {
            throw node.child("zone").wrong("there is no time zone " + LayoutNode.quote(zone));
        }
        return new OutputForm.Fields(
                node.text("name", ""),
                node.text("produced", ""),
                zone,
                node.text("user", ""),
                node.text("job", ""),
                node.text("metadata", ""));
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
        if (!files.isEmpty() && entry.has("role")) {
            throw entry.wrong("the role is told by \"role\" or by \"files\", not by both");
        }
        int role =
                entry.has("role")
                        ? role(entry.child("role"))
                        : files.isEmpty() ? KeyForm.NONE : KeyForm.BY_FILE;
        return new KeyForm(template, role, files);
    }

    private Expectation expectation(LayoutNode entry) throws LayoutException {
        if (entry.isObjectWith("any")) {
            entry.allow("any");
            return new Expectation.Any(someOf(entry, "any"));
        }
        if (entry.isObjectWith("each")) {
            entry.allow("each", "all");
            requireBy(entry);
            return new Expectation.Each(role(entry.child("each")), someOf(entry, "all"));
        }
        if (entry.isObjectWith("set")) {
            entry.allow("set");
            requireBy(entry);
            return new Expectation.OneSet(someOf(entry, "set"));
        }
        entry.allow("when", "all", "any", "each", "set");
        return new Expectation.All(
                entry.has("when") ? someOf(entry, "when") : 0, someOf(entry, "all"));
    }

    /** Without it nothing tells the attempts or the products of an output apart. */
    private void requireBy(LayoutNode entry) throws LayoutException {
        if (!node.has("by")) {
            throw entry.wrong("\"each\" and \"set\" need \"by\" in the output");
        }
    }

    private long someOf(LayoutNode entry, String field) throws LayoutException {
        long mask = mask(entry, field);
        if (mask == 0) {
            throw entry.wrong("at least one role is needed in \"" + field + "\"");
        }
        return mask;
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
        throw entry.wrong("there is no role " + LayoutNode.quote(name) + " in \"roles\"");
    }
}
