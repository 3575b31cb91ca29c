import type { AuditEntry, AuditValue } from '@/gateway/contract/audit';

/** Fields that can be shown; others hold ids, which say nothing to people. */
export const fields = [
  'name',
  'description',
  'tags',
  'topic',
  'seconds',
  'visibility',
  'type',
  'private',
  'synced',
  'colour',
  'permissions',
  'allow',
  'deny',
  'maxUses',
  'expiresAt',
  'until',
  'finalAt',
  'blocked',
  'reported',
] as const;
export type Field = (typeof fields)[number];

/** How a field stood and stands; undefined where it had no value. */
export type Change =
  | { readonly field: Field; readonly kind: 'value'; readonly before: Single | undefined; readonly after: Single | undefined }
  | { readonly field: Field; readonly kind: 'list'; readonly gone: readonly string[]; readonly added: readonly string[] };
type Single = Exclude<AuditValue, readonly string[]>;

/** What an act changed, field by field; empty when there is nothing to show. */
export function changesOf({ before, after }: Pick<AuditEntry, 'before' | 'after'>): readonly Change[] {
  return [...fieldChanges({ before, after }), ...wordChanges({ before, after })];
}

type States = Pick<AuditEntry, 'before' | 'after'>;

function fieldChanges({ before, after }: States): readonly Change[] {
  return fields.flatMap((field) => {
    const former = before?.[field];
    const present = after?.[field];
    if (former === undefined && present === undefined) return [];
    if (Array.isArray(former) || Array.isArray(present)) return listChange(field, listOf(former), listOf(present));
    return former === present ? [] : [{ field, kind: 'value' as const, before: former, after: present }];
  });
}

/** What begins the name of a field that tells what becomes of messages with a word. */
const WORD = 'word:';

/** Of the word filter every word is a field; to people it is two lists. */
const wordChanges = ({ before, after }: States): readonly Change[] => [
  ...listChange('blocked', wordsOf(before, 'block'), wordsOf(after, 'block')),
  ...listChange('reported', wordsOf(before, 'report'), wordsOf(after, 'report')),
];

const wordsOf = (state: AuditEntry['before'], fate: string): readonly string[] =>
  Object.entries(state ?? {})
    .filter(([field, value]) => field.startsWith(WORD) && value === fate)
    .map(([field]) => field.slice(WORD.length));

function listChange(field: Field, before: readonly string[], after: readonly string[]): readonly Change[] {
  const gone = before.filter((one) => !after.includes(one));
  const added = after.filter((one) => !before.includes(one));
  return gone.length + added.length === 0 ? [] : [{ field, kind: 'list', gone, added }];
}

const listOf = (value: AuditValue | undefined): readonly string[] => (Array.isArray(value) ? value : []);
