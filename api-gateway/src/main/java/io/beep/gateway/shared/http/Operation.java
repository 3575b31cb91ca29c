package io.beep.gateway.shared.http;

import io.beep.gateway.shared.limit.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * What an endpoint takes and gives, for routing, for limits, and for the OpenAPI document.
 *
 * @param path with {@code {names}}
 * @param summary one line for people
 * @param open whether it needs no access token
 * @param limit how often one may call it
 * @param body what the JSON body has, null for none
 * @param bodyMayBeMissing whether none at all is as good as an empty object
 * @param status of success
 * @param answer what is answered, null for nothing
 * @param produces the type of the answer
 * @param parameters of the query
 * @param takesPicture whether the body is a picture, which the endpoint reads by itself
 */
public record Operation(
    HttpMethod method,
    String path,
    String summary,
    boolean open,
    Limits limit,
    @Nullable Class<? extends Record> body,
    boolean bodyMayBeMissing,
    int status,
    @Nullable Class<?> answer,
    MediaType produces,
    List<Parameter> parameters,
    boolean takesPicture) {

  /**
   * One parameter of the query.
   *
   * @param type as JSON Schema names it: {@code string}, {@code integer}
   */
  public record Parameter(String name, String type, String description) {}

  public Operation {
    parameters = List.copyOf(parameters);
  }

  /** Whose body is no picture. */
  public Operation(
      HttpMethod method,
      String path,
      String summary,
      boolean open,
      Limits limit,
      @Nullable Class<? extends Record> body,
      boolean bodyMayBeMissing,
      int status,
      @Nullable Class<?> answer,
      MediaType produces,
      List<Parameter> parameters) {
    this(
        method,
        path,
        summary,
        open,
        limit,
        body,
        bodyMayBeMissing,
        status,
        answer,
        produces,
        parameters,
        false);
  }

  /** A request that reads; every one of them takes {@code atLeast}. */
  public static Operation reading(String path, String summary, Class<?> answer) {
    return reading(HttpMethod.GET, path, summary, answer);
  }

  /** A request that reads, with a question too large for an address. */
  public static Operation asking(
      String path, String summary, Class<? extends Record> question, Class<?> answer) {
    return reading(HttpMethod.POST, path, summary, answer).taking(question);
  }

  private static Operation reading(
      HttpMethod method, String path, String summary, Class<?> answer) {
    return new Operation(
        method,
        path,
        summary,
        false,
        Limits.READS,
        null,
        false,
        200,
        answer,
        MediaType.APPLICATION_JSON,
        List.of(
            new Parameter(
                ApiRequest.AT_LEAST,
                "integer",
                "Answer only what knows at least this position of the event stream.")),
        false);
  }

  /** A request that changes something. */
  public static Operation changing(HttpMethod method, String path, String summary) {
    return new Operation(
        method,
        path,
        summary,
        false,
        Limits.COMMANDS,
        null,
        false,
        200,
        Acknowledged.class,
        MediaType.APPLICATION_JSON,
        List.of(),
        false);
  }

  public Operation taking(Class<? extends Record> newBody) {
    return new Operation(
        method,
        path,
        summary,
        open,
        limit,
        newBody,
        false,
        status,
        answer,
        produces,
        parameters,
        takesPicture);
  }

  /** Of which the body is a picture. */
  public Operation takingPicture() {
    return new Operation(
        method,
        path,
        summary,
        open,
        limit,
        body,
        false,
        status,
        answer,
        produces,
        parameters,
        true);
  }

  /** As {@link #taking}, of a body that says nothing which must be said. */
  public Operation perhapsTaking(Class<? extends Record> newBody) {
    return new Operation(
        method,
        path,
        summary,
        open,
        limit,
        newBody,
        true,
        status,
        answer,
        produces,
        parameters,
        takesPicture);
  }

  public Operation answering(int newStatus, @Nullable Class<?> newAnswer) {
    return new Operation(
        method,
        path,
        summary,
        open,
        limit,
        body,
        bodyMayBeMissing,
        newStatus,
        newAnswer,
        produces,
        parameters,
        takesPicture);
  }

  public Operation producing(MediaType newType) {
    return new Operation(
        method,
        path,
        summary,
        open,
        limit,
        body,
        bodyMayBeMissing,
        status,
        answer,
        newType,
        parameters,
        takesPicture);
  }

  public Operation within(Limits newLimit) {
    return new Operation(
        method,
        path,
        summary,
        open,
        newLimit,
        body,
        bodyMayBeMissing,
        status,
        answer,
        produces,
        parameters,
        takesPicture);
  }

  public Operation openToAll() {
    return new Operation(
        method,
        path,
        summary,
        true,
        limit,
        body,
        bodyMayBeMissing,
        status,
        answer,
        produces,
        parameters,
        takesPicture);
  }

  public Operation with(String parameter, String type, String description) {
    List<Parameter> more = new ArrayList<>(parameters);
    more.add(new Parameter(parameter, type, description));
    return new Operation(
        method,
        path,
        summary,
        open,
        limit,
        body,
        bodyMayBeMissing,
        status,
        answer,
        produces,
        more,
        takesPicture);
  }

  /** Whether it sends a command, and so takes an {@code Idempotency-Key}. */
  public boolean changes() {
    return !method.equals(HttpMethod.GET) && answer != null && !open && !knows(ApiRequest.AT_LEAST);
  }

  /** What reads answers to HEAD as well, without a body; a stream has nothing else to answer. */
  Set<HttpMethod> methods() {
    return method.equals(HttpMethod.GET) && !produces.equals(MediaType.TEXT_EVENT_STREAM)
        ? Set.of(HttpMethod.GET, HttpMethod.HEAD)
        : Set.of(method);
  }

  boolean takes(HttpMethod asked) {
    return methods().contains(asked);
  }

  boolean knows(String parameter) {
    return parameters.stream().anyMatch(known -> known.name().equals(parameter));
  }
}
