package io.beep.coreapi.server;

import java.util.List;

/** Every template, in the order in which they are offered. */
public record TemplatesView(List<TemplateView> items) {

  public TemplatesView {
    items = List.copyOf(items);
  }
}
