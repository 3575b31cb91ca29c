import type { AuditEntry, MemberHistory, MemberMove } from '@/gateway/contract/audit';

export type Past = { readonly act: AuditEntry } | { readonly move: MemberMove };

const positionOf = (one: Past): number => ('act' in one ? one.act.position : one.move.position);

/** What was done to somebody, and how they came and went, in one row, the newest first. */
export const pastOf = ({ acts, moves }: Pick<MemberHistory, 'acts' | 'moves'>): readonly Past[] =>
  [...acts.map((act) => ({ act })), ...moves.map((move) => ({ move }))].sort((a, b) => positionOf(b) - positionOf(a));
