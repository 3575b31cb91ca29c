package io.beep.gateway.shared.contract;

import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.json.Json;
import io.beep.gateway.shared.limit.Limits;
import io.beep.gateway.shared.problem.ProblemBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** The OpenAPI 3.1 document of every endpoint, this one included. */
public final class OpenApiEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading("/api/openapi.json", "This document", OpenApiDocument.class)
          .openToAll()
          .within(Limits.PUBLIC_READS);

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  private record OpenApiDocument(String openapi) {}

  private final byte[] document;

  public OpenApiEndpoint(List<Endpoint> others, Json json) {
    List<Operation> operations = new ArrayList<>(others.stream().map(Endpoint::operation).toList());
    operations.add(OPERATION);
    document = json.write(document(operations, new Schemas(json)));
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    return Mono.just(Answer.ok(document));
  }

  private static Map<String, Object> document(List<Operation> operations, Schemas schemas) {
    Map<String, Map<String, Object>> paths = new TreeMap<>();
    for (Operation operation : operations) {
      paths
          .computeIfAbsent(operation.path(), _ -> new TreeMap<>())
          .put(operation.method().name().toLowerCase(Locale.ROOT), describe(operation, schemas));
    }
    Map<String, Object> refusal =
        Map.of(
            "description",
            "A refusal",
            "content",
            Map.of("application/problem+json", Map.of("schema", schemas.of(ProblemBody.class))));
    return Map.of(
        "openapi",
        "3.1.0",
        "info",
        Map.of("title", "Beep", "version", "1"),
        "paths",
        paths,
        "components",
        Map.of(
            "schemas",
            schemas.named(),
            "responses",
            Map.of("Problem", refusal),
            "securitySchemes",
            Map.of("bearer", Map.of("type", "http", "scheme", "bearer", "bearerFormat", "JWT"))));
  }

  private static Map<String, Object> describe(Operation operation, Schemas schemas) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("operationId", operationId(operation));
    described.put("summary", operation.summary());
    described.put("parameters", parameters(operation));
    described.put("security", operation.open() ? List.of() : List.of(Map.of("bearer", List.of())));
    if (operation.body() != null) {
      described.put(
          "requestBody",
          Map.of(
              "required",
              !operation.bodyMayBeMissing(),
              "content",
              Map.of("application/json", Map.of("schema", schemas.of(operation.body())))));
    }
    if (operation.takesPicture()) {
      described.put(
          "requestBody",
          Map.of(
              "required",
              true,
              "content",
              Map.of("image/*", Map.of("schema", Map.of("type", "string", "format", "binary")))));
    }
    described.put(
        "responses",
        Map.of(
            Integer.toString(operation.status()),
            success(operation, schemas),
            "default",
            Map.of("$ref", "#/components/responses/Problem")));
    return described;
  }

  private static Map<String, Object> success(Operation operation, Schemas schemas) {
    Map<String, Object> success = new LinkedHashMap<>();
    success.put("description", operation.summary());
    if (operation.answer() != null) {
      success.put(
          "content",
          Map.of(
              operation.produces().toString(), Map.of("schema", schemas.of(operation.answer()))));
    }
    return success;
  }

  private static List<Map<String, Object>> parameters(Operation operation) {
    List<Map<String, Object>> parameters = new ArrayList<>();
    Matcher variables = VARIABLE.matcher(operation.path());
    while (variables.find()) {
      parameters.add(
          Map.of(
              "name",
              variables.group(1),
              "in",
              "path",
              "required",
              true,
              "schema",
              variables.group(1).endsWith("Id")
                  ? Map.of("type", "string", "format", "uuid")
                  : Map.of("type", "string")));
    }
    for (Operation.Parameter parameter : operation.parameters()) {
      parameters.add(
          Map.of(
              "name",
              parameter.name(),
              "in",
              "query",
              "description",
              parameter.description(),
              "schema",
              Map.of("type", parameter.type())));
    }
    if (operation.changes()) {
      parameters.add(
          Map.of(
              "name",
              ApiRequest.IDEMPOTENCY_KEY,
              "in",
              "header",
              "description",
              "The same key and request within 24 hours gives the same answer once more.",
              "schema",
              Map.of("type", "string", "maxLength", 255)));
    }
    return parameters;
  }

  /** {@code GET /api/servers/{serverId}/members} is {@code get_servers_serverId_members}. */
  private static String operationId(Operation operation) {
    HttpMethod method = operation.method();
    return method.name().toLowerCase(Locale.ROOT)
        + operation
            .path()
            .replaceFirst("^/api", "")
            .replaceAll("[^A-Za-z0-9]+", "_")
            .replaceFirst("_$", "");
  }
}
