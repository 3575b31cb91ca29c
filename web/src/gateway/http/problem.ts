import * as v from 'valibot';
import { ProblemBody } from '../contract/problem';

/** What is wrong with one field. */
export interface FieldProblem {
  readonly code: string;
  readonly detail: string;
}

/**
 * Why a request was refused or did not arrive. `status` 0 means that no answer came: the network is down, or the
 * time was up.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly fields: ReadonlyMap<string, FieldProblem>;
  /** Milliseconds after which it makes sense to try again, when the answer said so. */
  readonly retryAfter: number | undefined;

  constructor(status: number, body: Partial<ProblemBody>, retryAfter?: number) {
    super(body.detail ?? '');
    this.status = status;
    this.code = body.code ?? 'unknown';
    this.fields = new Map((body.errors ?? []).map((error) => [error.field, error]));
    this.retryAfter = retryAfter;
  }

  /** Whether the same request may succeed later without a change. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  static unreachable(): Problem {
    return new Problem(0, { code: 'network.unreachable' });
  }

  static async of(response: Response): Promise<Problem> {
    const seconds = Number(response.headers.get('Retry-After'));
    const retryAfter = Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : undefined;
    const json: unknown = await response.json().catch(() => ({}));
    const body = v.safeParse(ProblemBody, json);
    return new Problem(response.status, body.success ? body.output : {}, retryAfter);
  }
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : Problem.unreachable();
}
