package org.outturn.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.outturn.storage.ObjectTags;

class TagEditTest {

    @Property(tries = 500)
    void everyKeyIsAsTheEditSays(
            @ForAll("tags") Map<String, String> before, @ForAll("edits") TagEdit edit) {
        Map<String, String> after = edit.apply(ObjectTags.of(before)).values();

        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(edit.set().values().keySet());
        keys.addAll(edit.remove());
        Map<String, String> expected = new TreeMap<>();
        for (String key : keys) {
            String set = edit.set().values().get(key);
            boolean stays = !edit.replaceAll() && !edit.remove().contains(key);
            String old = before.get(key);
            if (set != null) {
                expected.put(key, set);
            } else if (stays && old != null) {
                expected.put(key, old);
            }
        }
        assertThat(after).isEqualTo(expected);
    }

    @Property(tries = 500)
    void doingItAgainChangesNothing(
            @ForAll("tags") Map<String, String> before, @ForAll("edits") TagEdit edit) {
        ObjectTags once = edit.apply(ObjectTags.of(before));

        assertThat(edit.apply(once)).isEqualTo(once);
    }

    @Property(tries = 500)
    void whatIsBetweenMakesTheOneIntoTheOther(
            @ForAll("tags") Map<String, String> before, @ForAll("tags") Map<String, String> after) {
        TagEdit edit = TagEdit.between(ObjectTags.of(before), ObjectTags.of(after));

        assertThat(edit.apply(ObjectTags.of(before)).values()).isEqualTo(after);
        assertThat(edit.doesNothing()).isEqualTo(before.equals(after));
        // nothing is touched that needs not be
        assertThat(edit.set().values().entrySet()).noneMatch(before.entrySet()::contains);
    }

    @Property(tries = 500)
    void complainsExactlyWhenThereWouldBeTooMany(
            @ForAll("tags") Map<String, String> before, @ForAll("edits") TagEdit edit) {
        int after = edit.apply(ObjectTags.of(before)).values().size();

        assertThat(edit.complaints(ObjectTags.of(before)))
                .extracting(TagComplaint::problem)
                .isEqualTo(after > 10 ? List.of(TagProblem.TOO_MANY) : List.of());
    }

    @Example
    void complainsOfTheTagsThatAreSetAndOfNoOther() {
        var odd = ObjectTags.of(Map.of("old;odd", "{}"));

        assertThat(TagEdit.set(Map.of("a", "1")).complaints(odd)).isEmpty();
        assertThat(TagEdit.set(Map.of("a", "{}")).complaints(ObjectTags.NONE))
                .containsExactly(
                        new TagComplaint(
                                TagProblem.VALUE_CHARACTER, TagComplaint.Part.VALUE, 0, "{ }"));
    }

    @Example
    void aKeyCannotBeBothSetAndRemoved() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new TagEdit(
                                ObjectTags.of(Map.of("a", "1")),
                                new TreeSet<>(List.of("a")),
                                false));
    }

    @Provide
    Arbitrary<Map<String, String>> tags() {
        return Arbitraries.maps(keys(), Arbitraries.of("", "1", "2")).ofMaxSize(12);
    }

    @Provide
    Arbitrary<TagEdit> edits() {
        return tags().flatMap(set ->
                keys().set()
                        .ofMaxSize(5)
                        .flatMap(removed ->
                                Arbitraries.of(true, false)
                                        .map(all -> {
                                            var gone = new TreeSet<>(removed);
                                            gone.removeAll(set.keySet());
                                            return new TagEdit(ObjectTags.of(set), gone, all);
                                        })));
    }

    private static Arbitrary<String> keys() {
        return Arbitraries.integers().between(0, 19).map(i -> "k" + i);
    }
}
