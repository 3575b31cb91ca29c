package io.beep.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import io.beep.coreapi.shared.Query;
import java.lang.annotation.Annotation;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds who handles a message. */
public final class Handlers {

  private Handlers() {}

  /** The methods that take the message first and bear the annotation. */
  public static Stream<JavaMethod> of(JavaClass message, Class<? extends Annotation> annotation) {
    return message.getMethodsWithParameterTypeOfSelf().stream()
        .filter(method -> method.getRawParameterTypes().getFirst().equals(message))
        .filter(method -> method.isAnnotatedWith(annotation));
  }

  /** What a query asks for; null when it does not say. */
  public static @Nullable JavaClass answerOf(JavaClass query) {
    return query.getInterfaces().stream()
        .filter(type -> type.toErasure().isAssignableTo(Query.class))
        .filter(JavaParameterizedType.class::isInstance)
        .map(type -> ((JavaParameterizedType) type).getActualTypeArguments().getFirst())
        .map(JavaType::toErasure)
        .findAny()
        .orElse(null);
  }
}
