package io.beep.projection.shared;

import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;

/**
 * A statement that changes the read model. Neighbours in a batch that share it go to the database
 * as one JDBC batch, so keep it in a constant.
 *
 * @param sql must do no harm when it is run twice for the same event
 * @param values sets the parameters out of one row
 */
public record Write<R>(String sql, ParameterizedPreparedStatementSetter<R> values) {}
