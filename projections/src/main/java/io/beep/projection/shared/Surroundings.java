package io.beep.projection.shared;

import javax.sql.DataSource;

/**
 * Where a group of projections works: in what serves, or in what is being built.
 *
 * @param readModel its transactions are those of the batches; unqualified names mean its schema
 * @param lock what each batch shares while it writes
 * @param deadLetters takes what cannot be handled
 */
public record Surroundings(DataSource readModel, GroupLock lock, DeadLetters deadLetters) {}
