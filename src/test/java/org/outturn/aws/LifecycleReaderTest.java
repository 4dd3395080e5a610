package org.outturn.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outturn.storage.LifecycleRule.AfterDays;
import org.outturn.storage.LifecycleRule.Filter;
import org.outturn.storage.LifecycleRule.Noncurrent;
import org.outturn.storage.LifecycleRule.Transition;
import org.outturn.storage.ObjectTags;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.Tag;

/** Rules as servers write them; filters with several conditions are what Ceph returns. */
class LifecycleReaderTest {
    private static final Tag TAG = Tag.builder().key("type").value("manual").build();

    private static org.outturn.storage.LifecycleRule read(Consumer<LifecycleRule.Builder> rule) {
        LifecycleRule built = LifecycleRule.builder().applyMutation(rule).build();
        var answer = GetBucketLifecycleConfigurationResponse.builder().rules(built).build();
        return new LifecycleReader(false).read(answer).getFirst();
    }

    @Test
    void aRuleThatSaysNothingDoesNothing() {
        assertThat(read(rule -> rule.status("Disabled")))
                .isEqualTo(
                        new org.outturn.storage.LifecycleRule(
                                "",
                                false,
                                Filter.ALL,
                                Optional.empty(),
                                false,
                                List.of(),
                                Optional.empty(),
                                List.of(),
                                OptionalInt.empty()));
        assertThat(read(rule -> rule.status("Sometimes")).enabled()).isFalse();
    }

    @Test
    @SuppressWarnings("deprecation") // that is what it is about
    void thePrefixOfTheFirstVersionOfTheApi() {
        assertThat(read(rule -> rule.prefix("logs/")).filter()).isEqualTo(Filter.prefixed("logs/"));
    }

    @Test
    void conditionsSideBySide() {
        LifecycleRuleFilter filter =
                LifecycleRuleFilter.builder()
                        .prefix("raw/")
                        .tag(TAG)
                        .objectSizeGreaterThan(5L)
                        .build();

        assertThat(read(rule -> rule.filter(filter)).filter())
                .isEqualTo(
                        new Filter(
                                "raw/",
                                ObjectTags.of(Map.of("type", "manual")),
                                OptionalLong.of(5),
                                OptionalLong.empty()));
    }

    @Test
    void numbersThatMakeNoSenseAreNone() {
        assertThat(
                        read(rule ->
                                        rule.noncurrentVersionExpiration(
                                                n -> n.newerNoncurrentVersions(3)))
                                .noncurrentExpiration())
                .contains(new Noncurrent(0, 3));
        assertThat(read(rule -> rule.expiration(e -> e.days(-5))).expiration())
                .contains(new AfterDays(0));
    }

    @ParameterizedTest
    @CsvSource({
        // aws, the header, the class, the smallest size that moves
        "true, , GLACIER, 131072",
        "true, all_storage_classes_128K, DEEP_ARCHIVE, 131072",
        "true, varies_by_storage_class, GLACIER, 0",
        "true, varies_by_storage_class, DEEP_ARCHIVE, 0",
        "true, varies_by_storage_class, STANDARD_IA, 131072",
        "true, varies_by_storage_class, GLACIER_IR, 131072",
        "false, , GLACIER, 0",
        "false, all_storage_classes_128K, STANDARD_IA, 131072",
    })
    void smallObjectsStayWhereTheServerSaysSo(
            boolean aws, String header, String storageClass, long smallest) {
        LifecycleRule rule =
                LifecycleRule.builder()
                        .transitions(
                                software.amazon.awssdk.services.s3.model.Transition.builder()
                                        .days(30)
                                        .storageClass(storageClass)
                                        .build())
                        .build();
        var answer =
                GetBucketLifecycleConfigurationResponse.builder()
                        .rules(rule)
                        .transitionDefaultMinimumObjectSize(header)
                        .build();

        assertThat(new LifecycleReader(aws).read(answer).getFirst().transitions())
                .containsExactly(new Transition(new AfterDays(30), storageClass, smallest));
    }
}
