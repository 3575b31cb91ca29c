package io.beep.app.axon;

import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.StoredEvents;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * JSON with our own names for events, so that classes can move. A name that nobody knows is an
 * error: Axon by itself would pass such an event over in silence.
 */
public final class StoredNameSerializer extends Jackson3Serializer {

  private final StoredEvents events;

  private StoredNameSerializer(Builder builder, StoredEvents events) {
    super(builder);
    this.events = events;
  }

  public static StoredNameSerializer of(StoredEvents events) {
    Builder builder = Jackson3Serializer.builder();
    builder
        .disableCachingOfUnknownClasses()
        .jsonMapperBuilderCustomizer(
            mapper ->
                mapper
                    // The token of a processor that replays holds two others by their class.
                    .polymorphicTypeValidator(
                        BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType("org.axonframework.")
                            .build())
                    // A field that a later revision adds must not make an older node stop.
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    // Without null: shorter, and a golden file shows what is meant.
                    .changeDefaultPropertyInclusion(
                        inclusion ->
                            inclusion.withValueInclusion(
                                com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY));
    return new StoredNameSerializer(builder, events);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public SerializedType typeForClass(@Nullable Class type) {
    if (type == null) {
      return super.typeForClass(null);
    }
    String name = events.nameOf(type);
    if (name == null && DomainEvent.class.isAssignableFrom(type)) {
      throw new SerializationException("not in the catalog of events: " + type.getName());
    }
    return name == null
        ? super.typeForClass(type)
        : new SimpleSerializedType(name, getRevisionResolver().revisionOf(type));
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    Class<?> known = super.classForType(type);
    if (UnknownSerializedType.class.isAssignableFrom(known)) {
      throw new SerializationException(
          "unknown type " + type.getName() + " of revision " + type.getRevision());
    }
    return known;
  }

  @Override
  protected String resolveClassName(SerializedType serializedType) {
    Class<?> event = events.classOf(serializedType.getName());
    return event == null ? serializedType.getName() : event.getName();
  }
}
