package io.beep.gateway.audit;

import io.beep.coreapi.audit.AuditEntryView;
import io.beep.coreapi.audit.AuditTargetView;
import io.beep.gateway.shared.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** How an audit log is written into a file. */
enum ExportFormat {
  /** A line of JSON for each act, as the list has it. */
  NDJSON(MediaType.APPLICATION_NDJSON) {
    @Override
    String head() {
      return "";
    }

    @Override
    String line(AuditEntryView entry, Json json) {
      return new String(json.write(entry), StandardCharsets.UTF_8) + "\n";
    }
  },

  /** As RFC 4180 has it, for spreadsheets. */
  CSV(new MediaType("text", "csv", StandardCharsets.UTF_8)) {
    @Override
    String head() {
      return "position,at,actorId,actor,action,targetKind,targetId,target,relatedKind,relatedId,"
          + "related,before,after,reason,undoes,undoneBy,withheld\r\n";
    }

    @Override
    String line(AuditEntryView entry, Json json) {
      return Stream.of(
                  Stream.of(
                      Long.toString(entry.position()),
                      entry.at().toString(),
                      entry.actor().id().value().toString(),
                      entry.actor().displayName(),
                      entry.action()),
                  target(entry.target()),
                  target(entry.related()),
                  Stream.of(
                      fields(entry.before(), json),
                      fields(entry.after(), json),
                      Objects.requireNonNullElse(entry.reason(), ""),
                      number(entry.undoes()),
                      number(entry.undoneBy()),
                      Boolean.toString(entry.withheld())))
              .flatMap(cells -> cells)
              .map(ExportFormat::cell)
              .collect(Collectors.joining(","))
          + "\r\n";
    }
  };

  /** What makes a spreadsheet take a text for a formula. */
  private static final String FORMULAS = "=+-@\t\r";

  private final MediaType type;

  ExportFormat(MediaType type) {
    this.type = type;
  }

  /** Null when there is none of this name. */
  static @Nullable ExportFormat named(String name) {
    return Arrays.stream(values())
        .filter(one -> one.wireName().equals(name))
        .findAny()
        .orElse(null);
  }

  String wireName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  MediaType type() {
    return type;
  }

  abstract String head();

  abstract String line(AuditEntryView entry, Json json);

  private static Stream<String> target(@Nullable AuditTargetView target) {
    return target == null
        ? Stream.of("", "", "")
        : Stream.of(target.kind(), target.id(), Objects.requireNonNullElse(target.name(), ""));
  }

  private static String fields(@Nullable Map<String, Object> fields, Json json) {
    return fields == null ? "" : new String(json.write(fields), StandardCharsets.UTF_8);
  }

  private static String number(@Nullable Long number) {
    return number == null ? "" : number.toString();
  }

  private static String cell(String text) {
    String harmless = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
