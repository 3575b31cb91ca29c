package io.beep.coreapi.shared;

/** Something that happened and will always have happened. Each feature seals its own set. */
public interface DomainEvent {}
