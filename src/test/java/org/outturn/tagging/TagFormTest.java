package org.outturn.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.outturn.storage.ObjectTags;

class TagFormTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);
    private static final LocalDate DAY = LocalDate.of(2025, 11, 14);

    @Test
    void onlyWhatIsDifferentIsInTheEdit() {
        TagForm form = one(Map.of("a", "1", "b", "2", "c", "3"));

        assertThat(form.judge(List.of(tag("a", "1"), tag(" b ", " 9"), tag("d", "4"))).edit())
                .contains(
                        new TagEdit(
                                ObjectTags.of(Map.of("b", "9", "d", "4")),
                                new TreeSet<>(List.of("c")),
                                false));
    }

    @Test
    void nothingToChangeIsNoEdit() {
        assertThat(one(Map.of("a", "1")).judge(List.of(tag("", " "), tag("a", "1"))).edit())
                .isEmpty();
        assertThat(many().judge(List.of(tag("", "")), List.of(), false).edit()).isEmpty();
    }

    @Test
    void complaintsNameTheLineThoughEmptyOnesLieBefore() {
        TagForm.Judgement now =
                one(Map.of()).judge(List.of(tag("", ""), tag("a", "1"), tag("", "x")));

        assertThat(now.tags())
                .containsExactly(
                        new TagComplaint(TagProblem.KEY_EMPTY, TagComplaint.Part.KEY, 2, ""));
        assertThat(now.edit()).isEmpty();
    }

    @Test
    void whatTheServerHasTakenIsNotJudged() {
        TagForm form = one(Map.of("odd;key", "50%", "b", "2"));

        assertThat(form.judge(List.of(tag("odd;key", "50%"), tag("b", "3"))).edit()).isPresent();
        assertThat(form.judge(List.of(tag("odd;key", "51%"), tag("b", "2"))).tags()).hasSize(2);
        assertThat(form.judge(List.of(tag("b", "2"), tag("b", "2"))).tags())
                .extracting(TagComplaint::problem)
                .containsExactly(TagProblem.KEY_TWICE);
    }

    @Test
    void daysOfOneObjectArePutIn() {
        var known = new TagForm(Optional.of(ObjectTags.NONE), Optional.of(DAY), TODAY);
        assertThat(known.judge(List.of(tag("d", "{date}"), tag("t", "{today}"))).edit())
                .contains(TagEdit.set(Map.of("d", "2025-11-14", "t", "2026-01-02")));

        assertThat(one(Map.of()).judge(List.of(tag("d", "on {date}"))).tags())
                .containsExactly(
                        new TagComplaint(TagProblem.NO_DAY, TagComplaint.Part.VALUE, 0, ""));
    }

    @Test
    void daysOfManyStayToBePutInOneByOne() {
        TagForm.Judgement now = many().judge(List.of(tag("d", "{date}")), List.of("x"), false);

        assertThat(now.edit().orElseThrow().needsDay()).isTrue();
        assertThat(now.edit().orElseThrow().remove()).containsExactly("x");
        assertThat(
                        many().judge(
                                        List.of(tag("d", "v".repeat(250) + "{date}")),
                                        List.of(),
                                        false)
                                .tags())
                .extracting(TagComplaint::problem)
                .containsExactly(TagProblem.VALUE_LONG);
    }

    @Test
    void aKeyIsEitherSetOrRemoved() {
        TagForm.Judgement both = many().judge(List.of(tag("a", "1")), List.of("b", "a"), false);
        assertThat(both.removal())
                .containsExactly(
                        new TagComplaint(
                                TagProblem.SET_AND_REMOVED, TagComplaint.Part.KEY, -1, "a"));
        assertThat(both.edit()).isEmpty();
        // when all others go, what is to be removed needs not be said
        assertThat(many().judge(List.of(tag("a", "1")), List.of("b", "a"), true).edit())
                .contains(TagEdit.replaceAll(ObjectTags.of(Map.of("a", "1"))));
    }

    @Test
    void moreThanTenAreTooMany() {
        List<Tag> typed = new ArrayList<>();
        IntStream.range(0, 11).forEach(i -> typed.add(tag("k" + i, "")));
        assertThat(one(Map.of("k", "")).judge(typed).tags())
                .containsExactly(TagComplaint.tooMany(11));
        assertThat(many().judge(typed, List.of(), false).edit()).isEmpty();
    }

    private static TagForm one(Map<String, String> before) {
        return new TagForm(Optional.of(ObjectTags.of(before)), Optional.empty(), TODAY);
    }

    private static TagForm many() {
        return new TagForm(Optional.empty(), Optional.empty(), TODAY);
    }

    private static Tag tag(String key, String value) {
        return new Tag(key, value);
    }
}
