package io.beep.architecture.catalog;

import java.util.List;

/** A page of Markdown in the making. */
final class Page {

  private final StringBuilder text = new StringBuilder();

  Page heading(int level, String title) {
    return paragraph("#".repeat(level) + " " + title);
  }

  /** Whatever stands by itself; nothing for an empty text. */
  Page paragraph(String paragraph) {
    if (!paragraph.isEmpty()) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      text.append(paragraph).append('\n');
    }
    return this;
  }

  Page list(List<String> items) {
    return paragraph(String.join("\n", items.stream().map(item -> "- " + item).toList()));
  }

  Page table(List<String> head, List<List<String>> rows) {
    StringBuilder table = new StringBuilder(row(head)).append('\n');
    table.append("|").append("---|".repeat(head.size()));
    rows.forEach(cells -> table.append('\n').append(row(cells)));
    return paragraph(table.toString());
  }

  private static String row(List<String> cells) {
    return "| "
        + String.join(
            " | ",
            cells.stream().map(cell -> cell.replace("|", "\\|").replace("\n\n", "<br>")).toList())
        + " |";
  }

  Page json(String json) {
    return paragraph("```json\n" + json + "\n```");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
