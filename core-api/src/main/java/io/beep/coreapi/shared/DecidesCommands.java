package io.beep.coreapi.shared;

/** Marks a bean whose methods handle commands, so that products find it. */
public interface DecidesCommands {}
