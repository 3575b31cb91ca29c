import { ArrowRight, Minus, Plus } from 'lucide-react';
import { fullDateTime, useLanguage, useText, type Language, type Translate } from '@/shared/i18n';
import { cx } from '@/shared/ui/cx';
import { Icon } from '@/shared/ui/icon';
import type { Change, Field } from '../model/changes';

interface ChangesProps {
  readonly id: string;
  readonly changes: readonly Change[];
  /** Whether it stands alone, and under no act. */
  readonly bare?: boolean;
}

/** How things stood and stand, field by field. */
export function Changes({ id, changes, bare = false }: ChangesProps) {
  const t = useText();
  return (
    <dl
      id={id}
      className={cx('grid gap-3 rounded-card bg-tint/4 p-3 text-meta', !bare && 'mt-1 mb-2 ml-11 max-tablet:ml-0')}
    >
      {changes.map((change) => (
        <div key={change.field} className="grid gap-1">
          <dt className="text-label font-medium text-text-3">{t(`audit.field.${change.field}`)}</dt>
          {change.kind === 'list' ? <Lists {...change} /> : <Values {...change} />}
        </div>
      ))}
    </dl>
  );
}

function Lists({ gone, added }: Extract<Change, { kind: 'list' }>) {
  const t = useText();
  return (
    <dd className="flex flex-wrap gap-1.5">
      {added.map((one) => (
        <span key={one} className="flex items-center gap-1 rounded-control bg-success/14 px-1.5 py-0.5">
          <Icon of={Plus} size={14} />
          <span className="sr-only">{t('audit.added')}</span>
          <code className="font-mono text-label break-all">{one}</code>
        </span>
      ))}
      {gone.map((one) => (
        <span key={one} className="flex items-center gap-1 rounded-control bg-danger/14 px-1.5 py-0.5">
          <Icon of={Minus} size={14} />
          <span className="sr-only">{t('audit.removed')}</span>
          <code className="font-mono text-label break-all">{one}</code>
        </span>
      ))}
    </dd>
  );
}

function Values({ field, before, after }: Extract<Change, { kind: 'value' }>) {
  const t = useText();
  const language = useLanguage();
  return (
    <dd className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {before !== undefined && (
        <del className="min-w-0 break-words text-text-2" dir="auto">
          <span className="sr-only">{t('audit.before')} </span>
          {shown(t, language, field, before)}
        </del>
      )}
      {before !== undefined && after !== undefined && <Icon of={ArrowRight} size={14} className="shrink-0 text-text-3" />}
      {after !== undefined && (
        <ins className="min-w-0 break-words text-text-1 no-underline" dir="auto">
          <span className="sr-only">{t('audit.after')} </span>
          {shown(t, language, field, after)}
        </ins>
      )}
    </dd>
  );
}

const times: ReadonlySet<Field> = new Set(['expiresAt', 'until', 'finalAt']);

function shown(t: Translate, language: Language, field: Field, value: string | number | boolean): string {
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
  if (times.has(field)) return fullDateTime(language, new Date(value));
  return String(value);
}
