import { CircleCheck, Minus, Plus } from 'lucide-react';
import type { Id } from '@/gateway/contract/ids';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { cx } from '@/shared/ui/cx';
import { Delayed } from '@/shared/ui/delayed';
import { FormError } from '@/shared/ui/form-error';
import { Icon } from '@/shared/ui/icon';
import type { ProposedChange } from '../api/preview-change';
import { effectsOf, whoOf } from '../model/preview-text';
import { usePreview } from '../model/use-preview';

interface ChangePreviewProps {
  readonly serverId: Id;
  /** What is thought of; null shows nothing. */
  readonly change: ProposedChange | null;
}

/** What a change would take from or give to whom, before it is made. */
export default function ChangePreview({ serverId, change }: ChangePreviewProps) {
  const t = useText();
  const { data, error, isError, outdated } = usePreview(serverId, change);
  if (change === null) return null;
  return (
    <section
      aria-label={t('preview.title')}
      aria-busy={outdated}
      className={cx('grid gap-2 rounded-card bg-tint/4 p-4 transition-opacity', outdated && data !== undefined && 'opacity-60')}
    >
      <h4 className="text-meta font-semibold">{t('preview.title')}</h4>
      {isError ? (
        <FormError text={problemText(t, error)} />
      ) : data === undefined ? (
        <Delayed>
          <span role="status" aria-label={t('app.loading')} className="skeleton h-5 w-2/3" />
        </Delayed>
      ) : (
        <>
          <p role="status" className="flex items-center gap-2 text-meta text-text-2">
            {data.members === 0 && <Icon of={CircleCheck} size={16} className="shrink-0" />}
            {data.members === 0
              ? t('preview.nothing')
              : t(data.complete ? 'preview.members' : 'preview.membersAtLeast', { count: data.members })}
          </p>
          {data.groups.length > 0 && (
            <ul
              tabIndex={0}
              aria-label={t('preview.groups')}
              className="scroll grid max-h-72 gap-3 overflow-y-auto rounded-control"
            >
              {data.groups.map((group) => (
                <li key={group.some[0]?.userId ?? group.members} className="grid gap-1">
                  <p dir="auto" className="text-meta font-medium break-words">
                    {whoOf(t, group)}
                  </p>
                  <ul className="grid gap-1">
                    {group.effects
                      .flatMap((effect) => effectsOf(t, effect))
                      .map(({ gain, text }) => (
                        <li key={text} className="flex gap-2 text-meta text-text-2">
                          <Icon
                            of={gain ? Plus : Minus}
                            size={14}
                            className={cx('mt-1 shrink-0', gain ? 'text-success' : 'text-danger-text')}
                          />
                          <span className="min-w-0 break-words">{text}</span>
                        </li>
                      ))}
                  </ul>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}
