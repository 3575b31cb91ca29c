package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;

/**
 * What new servers can be born with.
 *
 * @param language of the names, such as {@code fr}; of one that is not known they are English
 */
@NeedsNoPermission(because = "they are the same for everyone")
public record ListServerTemplates(String language) implements ServerQuery<TemplatePage> {}
