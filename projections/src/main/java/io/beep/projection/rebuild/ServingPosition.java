package io.beep.projection.rebuild;

import java.util.List;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far the group that serves is, by the tokens that it committed with its rows. */
final class ServingPosition {

  private static final long BEFORE_THE_FIRST = -1;

  private final String schema;
  private final String group;
  private final Serializer serializer;

  ServingPosition(String schema, String group, Serializer serializer) {
    this.schema = schema;
    this.group = group;
    this.serializer = serializer;
  }

  /** That of its furthest segment: what only others lack they will handle once more. */
  long read(JdbcTemplate jdbc) {
    List<Long> positions =
        jdbc.query(
            "select token, token_type from %s.token_entry where processor_name = ? and token is not null"
                .formatted(schema),
            (row, number) -> position(row.getBytes("token"), row.getString("token_type")),
            group);
    return positions.stream().mapToLong(Long::longValue).max().orElse(BEFORE_THE_FIRST);
  }

  private long position(byte[] token, String type) {
    TrackingToken stored =
        serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
    return stored.position().orElse(BEFORE_THE_FIRST);
  }
}
