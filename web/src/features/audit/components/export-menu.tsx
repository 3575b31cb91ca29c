import { useMutation } from '@tanstack/react-query';
import { Braces, Download, Sheet } from 'lucide-react';
import type { Id } from '@/gateway/contract/ids';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { Icon } from '@/shared/ui/icon';
import { Menu } from '@/shared/ui/menu';
import { toast } from '@/shared/ui/toasts';
import { exportAuditLog, type ExportFormat } from '../api/export-audit-log';
import type { AuditFilter } from '../api/list-audit-log';

interface ExportMenuProps {
  readonly serverId: Id;
  readonly filter: AuditFilter;
}

/** What is shown, all of it, as a file. */
export function ExportMenu({ serverId, filter }: ExportMenuProps) {
  const t = useText();
  const exporting = useMutation({
    mutationFn: async (format: ExportFormat) => save(await exportAuditLog(serverId, filter, format), `audit-log.${format}`),
    onError: (error) => toast(problemText(t, error), { tone: 'danger' }),
  });
  return (
    <Menu
      label={t('audit.export')}
      align="end"
      entries={[
        { kind: 'action', icon: Sheet, label: t('audit.exportCsv'), run: () => exporting.mutate('csv') },
        { kind: 'action', icon: Braces, label: t('audit.exportNdjson'), run: () => exporting.mutate('ndjson') },
      ]}
      trigger={
        <Button look="quiet" disabled={exporting.isPending}>
          <Icon of={Download} />
          {t(exporting.isPending ? 'audit.exporting' : 'audit.export')}
        </Button>
      }
    />
  );
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken the address by the time that the present task ends.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
