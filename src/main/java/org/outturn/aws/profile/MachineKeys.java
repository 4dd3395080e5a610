package org.outturn.aws.profile;

import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

/** The keys of the cloud machine or the container that this runs on. The only ones who ask it. */
final class MachineKeys {
    private MachineKeys() {}

    /**
     * Asks nobody yet.
     *
     * @param environment {@code AWS_EC2_METADATA_SERVICE_ENDPOINT} is looked at
     */
    static AwsCredentialsProvider ofMachine(Map<String, String> environment) {
        InstanceProfileCredentialsProvider.Builder builder =
                InstanceProfileCredentialsProvider.builder()
                        .profileFile(ProfileFile.aggregator().build())
                        .profileName("")
                        .asyncCredentialUpdateEnabled(false);
        String endpoint = environment.getOrDefault("AWS_EC2_METADATA_SERVICE_ENDPOINT", "");
        if (!endpoint.isBlank()) {
            builder.endpoint(endpoint);
        }
        return builder.build();
    }

    /** Asks nobody yet. */
    static AwsCredentialsProvider ofContainer() {
        return ContainerCredentialsProvider.builder().asyncCredentialUpdateEnabled(false).build();
    }
}
