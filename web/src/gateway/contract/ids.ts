import * as v from 'valibot';

/** An id as it comes over the wire. UUIDv7: the order of two ids is the order in which they were made. */
export const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
export type Id = string;

export const Position = v.pipe(v.number(), v.integer());

export const Instant = v.pipe(v.string(), v.isoTimestamp());
