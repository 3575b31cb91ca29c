import type { Translate } from '@/shared/i18n';
import { asProblem, type Problem } from './http/problem';

/** What a person is told when something was refused. */
export function problemText(t: Translate, error: unknown): string {
  const problem = asProblem(error);
  if (problem.status === 0) return t('error.network');
  if (problem.status === 401) return t('error.session');
  if (problem.status === 429) return t('error.limited', { seconds: Math.ceil((problem.retryAfter ?? 5_000) / 1_000) });
  if (problem.status >= 500) return t('error.unavailable');
  if (problem.status === 403 && problem.message === '') return t('error.forbidden');
  return problem.message || t('error.unexpected');
}

/** What a person is told about one field of what they sent; undefined when nothing is wrong with it. */
export const fieldText = (_t: Translate, problem: Problem, field: string): string | undefined =>
  problem.fields.get(field);
