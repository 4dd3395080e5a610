package org.outturn.lifecycle;

import java.util.List;
import org.outturn.storage.LifecycleRule;

/** The rules of one bucket, made ready to be asked of many objects. Immutable. */
public final class LifecycleRules {
    /** Of a bucket without a lifecycle. */
    public static final LifecycleRules NONE = of(List.of());

    private final List<PreparedRule> all;
    private final List<PreparedRule> enabled;

    private LifecycleRules(List<PreparedRule> all) {
        this.all = all;
        this.enabled = all.stream().filter(prepared -> prepared.rule().enabled()).toList();
    }

    /**
     * @param rules at most 1,000 on S3; each object is held against each of them
     */
    public static LifecycleRules of(List<LifecycleRule> rules) {
        return new LifecycleRules(rules.stream().map(PreparedRule::new).toList());
    }

    /** As they were given. */
    public List<LifecycleRule> rules() {
        return all.stream().map(PreparedRule::rule).toList();
    }

    /** Whether there is a rule that could do anything. */
    public boolean isEmpty() {
        return enabled.isEmpty();
    }

    /** Whether what becomes of objects may depend on their tags. */
    public boolean lookAtTags() {
        return enabled.stream()
                .anyMatch(prepared -> !prepared.rule().filter().tags().values().isEmpty());
    }

    List<PreparedRule> all() {
        return all;
    }

    List<PreparedRule> enabled() {
        return enabled;
    }
}
