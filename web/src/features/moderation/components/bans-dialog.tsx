import type { Server } from '@/gateway/contract/server';
import { useText } from '@/shared/i18n';
import { Dialog } from '@/shared/ui/dialog';
import BanList from './ban-list';

interface BansDialogProps {
  readonly server: Server;
  readonly open: boolean;
  readonly onClose: () => void;
}

export default function BansDialog({ server, open, onClose }: BansDialogProps) {
  const t = useText();
  return (
    <Dialog open={open} onClose={onClose} size="medium" title={t('moderation.bansOf', { name: server.name })}>
      <BanList bounded serverId={server.id} />
    </Dialog>
  );
}
