package io.beep.coreapi.shared;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What stands behind an author. */
public enum AuthorKind {
  @JsonProperty("user")
  USER,
  @JsonProperty("webhook")
  WEBHOOK,
  @JsonProperty("bot")
  BOT
}
