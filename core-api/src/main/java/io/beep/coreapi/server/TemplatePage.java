package io.beep.coreapi.server;

import java.util.List;

/** Every template, in the order in which they are offered. */
public record TemplatePage(List<TemplateView> items) {

  public TemplatePage {
    items = List.copyOf(items);
  }
}
