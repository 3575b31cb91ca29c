import * as v from 'valibot';

/** An error as RFC 9457 says it, with our stable `code` and, for bad input, what is wrong with which field. */
export const ProblemBody = v.object({
  status: v.optional(v.number()),
  code: v.optional(v.string(), 'unknown'),
  detail: v.optional(v.string()),
  errors: v.optional(
    v.array(v.object({ field: v.string(), code: v.optional(v.string(), ''), detail: v.optional(v.string(), '') })),
    [],
  ),
});
export type ProblemBody = v.InferOutput<typeof ProblemBody>;
