import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Globe, Lock } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Server } from '@/gateway/contract/server';
import { reloadPast } from '@/gateway/feed/reload';
import { asProblem } from '@/gateway/http/problem';
import { fieldText, problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';
import { Banner } from '@/shared/ui/banner';
import { ChoiceField } from '@/shared/ui/choice';
import { TextArea, TextField } from '@/shared/ui/field';
import { Icon } from '@/shared/ui/icon';
import { UnsavedBar } from '@/shared/ui/unsaved-bar';
import { changeServer, type ServerChange } from '../api/change-server';
import { DESCRIPTION_MOST } from '../model/description';
import { serversKey } from '../model/use-servers';
import { ServerPictures } from './server-pictures';

/** A server's name and what it is about. What one has not touched follows what others change meanwhile. */
export default function ServerOverview({ server, children }: { server: Server; children?: ReactNode }) {
  const t = useText();
  const client = useQueryClient();
  const [name, setName] = useState<string | null>(null);
  const [about, setAbout] = useState<string | null>(null);
  const [visibility, setVisibility] = useState<Server['visibility'] | null>(null);
  const shown = { name: name ?? server.name, about: about ?? server.description ?? '', visibility: visibility ?? server.visibility };
  const change: ServerChange = {
    ...(shown.name.trim() === server.name ? {} : { name: shown.name.trim() }),
    ...(shown.about.trim() === (server.description ?? '')
      ? {}
      : { description: shown.about.trim() === '' ? null : shown.about.trim() }),
    ...(shown.visibility === server.visibility ? {} : { visibility: shown.visibility }),
  };
  const discard = () => {
    setName(null);
    setAbout(null);
    setVisibility(null);
    saving.reset();
  };
  const saving = useMutation({
    mutationFn: () => changeServer(server.id, change),
    onSuccess: async ({ position }) => {
      await reloadPast(client, serversKey, position);
      discard();
    },
  });
  const problem = saving.error === null ? undefined : asProblem(saving.error);
  return (
    <>
      <section className="shrink-0 overflow-hidden rounded-card bg-surface-1 ring-1 ring-line">
        <Banner id={server.id} url={server.bannerUrl} sizes="(min-width: 768px) 720px, 100vw" className="aspect-[3/1] max-h-48 w-full" />
        <div className="flex items-end gap-4 px-5">
          <Avatar
            id={server.id}
            name={shown.name}
            url={server.pictureUrl}
            size={64}
            square
            className="relative -mt-6 ring-4 ring-surface-1"
          />
          <div className="grid min-w-0 pt-3">
            <p className="truncate text-body font-semibold" dir="auto">
              {shown.name}
            </p>
            <p className="tabular flex items-center gap-1.5 text-meta text-text-2">
              <Icon of={server.visibility === 'public' ? Globe : Lock} size={14} />
              {t(server.visibility === 'public' ? 'server.public' : 'server.private')} ·{' '}
              {t('server.members', { count: server.memberCount })}
            </p>
          </div>
        </div>
        <div className="p-5">
          <ServerPictures server={server} />
        </div>
      </section>
      <TextField
        label={t('server.name')}
        value={shown.name}
        onChange={(event) => setName(event.target.value)}
        error={fieldText(t, problem, 'name')}
        maxLength={100}
        autoComplete="off"
        dir="auto"
      />
      <TextArea
        label={t('server.description')}
        hint={t('server.descriptionHint')}
        value={shown.about}
        onChange={(event) => setAbout(event.target.value)}
        error={fieldText(t, problem, 'description')}
        rows={4}
        maxLength={DESCRIPTION_MOST}
        dir="auto"
      />
      <div className="grid gap-2">
        <ChoiceField
          label={t('server.visibility')}
          value={shown.visibility}
          onChange={setVisibility}
          choices={[
            { value: 'private', label: t('server.private'), detail: t('server.privateBody'), icon: Lock },
            { value: 'public', label: t('server.public'), detail: t('server.publicBody'), icon: Globe },
          ]}
        />
        <p role="status" className="text-meta text-text-2 empty:sr-only">
          {change.visibility && t(change.visibility === 'public' ? 'server.willOpen' : 'server.willClose')}
        </p>
      </div>
      {children}
      <UnsavedBar
        unsaved={Object.keys(change).length > 0}
        saving={saving.isPending}
        blocked={shown.name.trim() === ''}
        error={problem && problemText(t, problem)}
        onSave={() => saving.mutate()}
        onDiscard={discard}
      />
    </>
  );
}
