import { ChevronDown, CircleCheck, UsersRound } from 'lucide-react';
import { useId, useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { PermissionPreview } from '@/gateway/contract/permission';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { cx } from '@/shared/ui/cx';
import { Icon } from '@/shared/ui/icon';
import type { ProposedChange } from '../api/preview-change';
import { summaryOf } from '../model/preview-text';
import { usePreview } from '../model/use-preview';
import { PreviewGroups } from './preview-groups';

interface ChangePreviewProps {
  readonly serverId: Id;
  /** What is thought of; null shows nothing. */
  readonly change: ProposedChange | null;
}

/** From how many a change would take something and to how many it would give, before it is made; who and what, on demand. */
export default function ChangePreview({ serverId, change }: ChangePreviewProps) {
  const t = useText();
  const { data, error, isError, outdated } = usePreview(serverId, change);
  if (change === null) return null;
  const told = isError ? <p className="px-4 py-2.5 text-text-2">{problemText(t, error)}</p> : data && <Told preview={data} />;
  if (!told) return null;
  return (
    <section
      aria-label={t('preview.title')}
      aria-busy={outdated}
      className="appear pointer-events-auto mb-2 rounded-card bg-surface-3 text-meta shadow-float"
    >
      <div className={cx('transition-opacity', outdated && 'opacity-60')}>{told}</div>
    </section>
  );
}

function Told({ preview }: { readonly preview: PermissionPreview }) {
  const t = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  if (preview.members === 0) {
    return (
      <p className="flex items-center gap-2 px-4 py-2.5 text-text-2">
        <Icon of={CircleCheck} size={16} className="shrink-0" />
        {t('preview.nothing')}
      </p>
    );
  }
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="flex min-h-10 w-full items-center gap-2 rounded-card px-4 py-1.5 text-left font-medium hover:bg-tint/4 pointer-coarse:min-h-11"
      >
        <Icon of={UsersRound} size={16} className="shrink-0 text-text-2" />
        <span className="min-w-0 grow">{summaryOf(t, preview)}</span>
        <Icon of={ChevronDown} size={16} className={cx('shrink-0 text-text-3 transition-transform', open && 'rotate-180')} />
      </button>
      {open && <PreviewGroups id={id} preview={preview} className="max-h-[40vh] px-4 pt-1 pb-3" />}
    </>
  );
}
