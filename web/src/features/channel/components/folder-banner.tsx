import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FolderSync, FolderX } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Channel } from '@/gateway/contract/server';
import { reloadPast } from '@/gateway/feed/reload';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { mayLeave } from '@/shared/model/unsaved';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { FormError } from '@/shared/ui/form-error';
import { Icon } from '@/shared/ui/icon';
import { syncChannel } from '../api/sync-channel';
import { overwritesKey } from '../model/use-overwrites';

interface FolderBannerProps {
  readonly channel: Channel;
  readonly folder: Channel;
  readonly synced: boolean;
  /** What following the folder again would do. */
  readonly preview: ReactNode;
}

/** Whether a channel follows its folder, and the way back to that. */
export function FolderBanner({ channel, folder, synced, preview }: FolderBannerProps) {
  const t = useText();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const syncing = useMutation({
    mutationFn: () => syncChannel(channel.id),
    onSuccess: async ({ position }) => {
      await reloadPast(client, overwritesKey(channel.id), position);
      setAsking(false);
    },
  });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card bg-surface-1 px-4 py-3 ring-1 ring-line">
      <Icon of={synced ? FolderSync : FolderX} size={20} className={synced ? 'text-success' : 'text-text-3'} />
      <div className="grid min-w-48 grow">
        <p className="text-body font-medium">{t(synced ? 'overwrite.synced' : 'overwrite.unsynced', { name: folder.name })}</p>
        <p className="text-meta text-text-2">{t(synced ? 'overwrite.syncedBody' : 'overwrite.unsyncedBody')}</p>
      </div>
      {!synced && (
        <Button look="quiet" onClick={() => mayLeave() && setAsking(true)}>
          {t('overwrite.sync')}
        </Button>
      )}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('overwrite.syncTitle', { name: folder.name })}
        lead={t('overwrite.syncBody')}
      >
        {asking && preview}
        {syncing.isError && <FormError text={problemText(t, syncing.error)} />}
        <DialogActions>
          <Button look="plain" onClick={() => setAsking(false)}>
            {t('app.cancel')}
          </Button>
          <Button disabled={syncing.isPending} onClick={() => syncing.mutate()}>
            {t('overwrite.sync')}
          </Button>
        </DialogActions>
      </Dialog>
    </div>
  );
}
