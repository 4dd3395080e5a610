package org.outturn.connection.sso;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of the cache's files, as botocore writes it. Reading takes what older tools wrote and
 * what lacks members; a file that makes no sense is as good as none.
 */
final class CacheText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final JsonMapper json = JsonMapper.builder().build();

    String write(SsoToken token) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("startUrl", token.startUrl());
        members.put("region", token.region());
        members.put("accessToken", token.accessToken());
        members.put("expiresAt", TIME.format(token.expiresAt()));
        token.client()
                .ifPresent(client -> {
                    members.put("clientId", client.clientId());
                    members.put("clientSecret", client.clientSecret());
                    members.put("registrationExpiresAt", TIME.format(client.expiresAt()));
                });
        if (!token.refreshToken().isEmpty()) {
            members.put("refreshToken", token.refreshToken());
        }
        return json.writeValueAsString(members);
    }

    String write(ClientRegistration client) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("clientId", client.clientId());
        members.put("clientSecret", client.clientSecret());
        members.put("expiresAt", TIME.format(client.expiresAt()));
        if (!client.scopes().isEmpty()) {
            members.put("scopes", client.scopes());
        }
        if (!client.grantTypes().isEmpty()) {
            members.put("grantTypes", client.grantTypes());
        }
        return json.writeValueAsString(members);
    }

    Optional<SsoToken> token(byte[] text) {
        return parsed(text)
                .flatMap(node ->
                        time(node, "expiresAt")
                                .filter(_ -> !string(node, "accessToken").isBlank())
                                .map(expires ->
                                        new SsoToken(
                                                string(node, "startUrl"),
                                                string(node, "region"),
                                                string(node, "accessToken"),
                                                expires,
                                                string(node, "refreshToken"),
                                                client(node, "registrationExpiresAt"))));
    }

    Optional<ClientRegistration> registration(byte[] text) {
        return parsed(text).flatMap(node -> client(node, "expiresAt"));
    }

    private static Optional<ClientRegistration> client(JsonNode node, String expires) {
        String id = string(node, "clientId");
        String secret = string(node, "clientSecret");
        return time(node, expires)
                .filter(_ -> !id.isBlank() && !secret.isBlank())
                .map(until ->
                        new ClientRegistration(
                                id,
                                secret,
                                until,
                                strings(node.path("scopes")),
                                strings(node.path("grantTypes"))));
    }

    private Optional<JsonNode> parsed(byte[] text) {
        try {
            return Optional.ofNullable(json.readTree(text)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            // its text may quote the file
            return Optional.empty();
        }
    }

    /**
     * {@code 2026-11-21T17:00:00Z}, as older tools wrote it with {@code UTC}, or with an offset.
     */
    private static Optional<Instant> time(JsonNode node, String name) {
        String text = string(node, name).replaceFirst("UTC$", "Z");
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String string(JsonNode node, String name) {
        return node.path(name).isString() ? node.path(name).asString() : "";
    }

    private static List<String> strings(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(item -> {
            if (item.isString()) {
                all.add(item.asString());
            }
        });
        return all;
    }
}
