import { ArrowLeft, ScrollText } from 'lucide-react';
import { useLocation } from 'wouter';
import type { Server } from '@/gateway/contract/server';
import { usePhone } from '@/shared/hooks/use-media';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { Empty } from '@/shared/ui/empty';
import { IconButton } from '@/shared/ui/icon-button';
import { Main } from '@/shared/ui/main';
import { ServerAudit } from '../settings/server-audit';

/** The audit log of a server, beside its channels. */
export default function AuditScreen({ server }: { readonly server: Server }) {
  const t = useText();
  const phone = usePhone();
  const [, navigate] = useLocation();
  return (
    <Main className="flex min-h-0 flex-col">
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line px-4 max-tablet:px-2">
        {phone && (
          <IconButton icon={ArrowLeft} label={t('app.back')} onClick={() => navigate(paths.server(server.id))} />
        )}
        <h1 className="truncate text-body font-semibold">{t('audit.title')}</h1>
      </header>
      <div className="scroll grow">
        <div className="mx-auto flex min-h-full w-full max-w-[880px] flex-col px-6 py-5 max-tablet:px-4">
          {server.permissions.includes('VIEW_AUDIT_LOG') ? (
            <ServerAudit serverId={server.id} />
          ) : (
            <Empty icon={ScrollText} title={t('audit.forbidden')} body={t('audit.forbiddenBody')} />
          )}
        </div>
      </div>
    </Main>
  );
}
