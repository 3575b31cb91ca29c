/**
 * What the processes of the distributed product share: settings out of the environment, starting
 * and ending, health, and the ways to PostgreSQL and OpenSearch. Every connection is limited in
 * time.
 */
@NullMarked
package io.beep.app.distributed;

import org.jspecify.annotations.NullMarked;
