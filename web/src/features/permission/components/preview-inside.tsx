import { useQuery } from '@tanstack/react-query';
import type { Id } from '@/gateway/contract/ids';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { Delayed } from '@/shared/ui/delayed';
import type { ProposedChange } from '../api/preview-change';
import { summaryOf } from '../model/preview-text';
import { previewQuery } from '../model/use-preview';
import { PreviewGroups } from './preview-groups';

interface PreviewInsideProps {
  readonly serverId: Id;
  readonly change: ProposedChange;
}

/** What a change would do, inside of the dialog that asks for it: in one line, and to whom. */
export default function PreviewInside({ serverId, change }: PreviewInsideProps) {
  const t = useText();
  const { data, error, isError } = useQuery(previewQuery(serverId, change));
  if (isError) return <p className="text-meta text-text-2">{problemText(t, error)}</p>;
  if (data === undefined) {
    return (
      <Delayed>
        <div role="status" aria-label={t('app.loading')} className="grid gap-2">
          {[50, 80, 65].map((width) => (
            <span key={width} className="skeleton h-4" style={{ width: `${width}%` }} />
          ))}
        </div>
      </Delayed>
    );
  }
  return (
    <section aria-label={t('preview.title')} className="grid gap-3">
      <p className="text-body font-medium">{data.members === 0 ? t('preview.nothing') : summaryOf(t, data)}</p>
      {data.groups.length > 0 && <PreviewGroups preview={data} className="max-h-[min(40vh,320px)] bg-tint/4 px-4 py-3" />}
    </section>
  );
}
