package org.outturn.connection.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.outturn.connection.Trouble;

/**
 * What the two files hold.
 *
 * @param profiles by name, those of the config file first, as {@code aws configure list-profiles}
 *     has them
 * @param sessions the {@code sso-session} sections by name
 * @param services the {@code services} sections by name
 * @param troubles what could not be understood
 */
public record ProfileBook(
        ProfileFiles files,
        Map<String, Profile> profiles,
        Map<String, Section> sessions,
        Map<String, Section> services,
        List<Trouble> troubles) {
    /** Python's parser gives what stands below it to all sections. */
    private static final String FOR_ALL = "DEFAULT";

    private static final String DEFAULT = "default";

    /** Any of these in a section that is no profile means that somebody meant one. */
    private static final Set<String> OF_PROFILES =
            Set.of(
                    "aws_access_key_id",
                    "role_arn",
                    "sso_session",
                    "sso_start_url",
                    "sso_account_id",
                    "credential_process",
                    "login_session",
                    "region");

    /** Reads the files; what cannot be read is a trouble. Blocks. */
    public static ProfileBook read(ProfileFiles files) {
        var reading = new Reading(files);
        reading.config(reading.sections(files.config()));
        reading.credentials(reading.sections(files.credentials()));
        return reading.book();
    }

    /** A profile by its name. */
    public Optional<Profile> profile(String name) {
        return Optional.ofNullable(profiles.get(name));
    }

    /** Where a property of a profile stands, as a trouble. */
    Trouble trouble(Profile profile, String property, String messageKey, String... words) {
        boolean there = profile.inCredentials(property);
        boolean nowhere = !there && !profile.has(property) && profile.config().line() == 0;
        Section section = there || nowhere ? profile.credentials() : profile.config();
        return new Trouble(
                there || nowhere ? files.credentials() : files.config(),
                section.lineOf(property),
                messageKey,
                List.of(words));
    }

    @Override
    public String toString() {
        return "ProfileBook[" + profiles.keySet() + ", troubles " + troubles.size() + "]";
    }

    /** The reading of both files, one after the other. */
    private static final class Reading {
        private final ProfileFiles files;
        private final Map<String, Profile> profiles = new LinkedHashMap<>();
        private final Map<String, Section> sessions = new LinkedHashMap<>();
        private final Map<String, Section> services = new LinkedHashMap<>();
        private final List<Trouble> troubles = new ArrayList<>();

        Reading(ProfileFiles files) {
            this.files = files;
        }

        ProfileBook book() {
            return new ProfileBook(files, profiles, sessions, services, List.copyOf(troubles));
        }

        List<Section> sections(Path file) {
            if (!Files.exists(file)) {
                return List.of();
            }
            IniReader.Read read;
            try {
                read = IniReader.read(FileText.of(file));
            } catch (IOException e) {
                troubles.add(new Trouble(file, 0, "profiles.file.unreadable", List.of()));
                return List.of();
            }
            read.broken()
                    .forEach(broken ->
                            troubles.add(
                                    new Trouble(
                                            file,
                                            broken.line(),
                                            broken.messageKey(),
                                            broken.words())));
            return withDefaults(read.sections());
        }

        private static List<Section> withDefaults(List<Section> sections) {
            Optional<Section> defaults =
                    sections.stream().filter(one -> one.header().equals(FOR_ALL)).findFirst();
            defaults.ifPresent(forAll ->
                    sections.forEach(
                            one -> forAll.properties().forEach(one.properties()::putIfAbsent)));
            return sections.stream().filter(one -> !one.header().equals(FOR_ALL)).toList();
        }

        void config(List<Section> sections) {
            for (Section section : sections) {
                String header = section.header();
                if (header.equals(DEFAULT)) {
                    add(DEFAULT, section);
                } else if (is(header, "profile")) {
                    named(section).ifPresent(name -> add(name, section));
                } else if (is(header, "sso-session")) {
                    named(section).ifPresent(name -> sessions.put(name, section));
                } else if (is(header, "services")) {
                    named(section).ifPresent(name -> services.put(name, section));
                } else if (section.properties().keySet().stream().anyMatch(OF_PROFILES::contains)) {
                    tell(files.config(), section, "profiles.header.prefix");
                }
            }
        }

        /** The later of {@code [default]} and {@code [profile default]} stands alone. */
        private void add(String name, Section section) {
            profiles.put(name, new Profile(name, section, Section.empty(name, 0)));
        }

        private static boolean is(String header, String kind) {
            return header.startsWith(kind)
                    && (header.length() == kind.length() || Blank.is(header.charAt(kind.length())));
        }

        private Optional<String> named(Section section) {
            Optional<String> name =
                    Headers.words(section.header())
                            .filter(words -> words.size() == 2)
                            .map(words -> words.get(1))
                            .filter(word -> !word.isBlank());
            if (name.isEmpty()) {
                tell(files.config(), section, "profiles.header.name");
            }
            return name;
        }

        void credentials(List<Section> sections) {
            for (Section section : sections) {
                String name = section.header();
                if (is(name, "profile") && name.length() > "profile".length()) {
                    tell(files.credentials(), section, "profiles.header.noPrefix");
                }
                Profile known = profiles.get(name);
                profiles.put(
                        name,
                        new Profile(
                                name,
                                known == null ? Section.empty(name, 0) : known.config(),
                                section));
            }
        }

        private void tell(Path file, Section section, String messageKey) {
            troubles.add(new Trouble(file, section.line(), messageKey, List.of(section.header())));
        }
    }
}
