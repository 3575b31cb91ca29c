import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Globe, Lock } from 'lucide-react';
import { useState } from 'react';
import type { CreatedServer } from '@/gateway/contract/server';
import { asProblem } from '@/gateway/http/problem';
import { fieldText, problemText } from '@/gateway/problem-text';
import { useIdempotencyKey } from '@/shared/hooks/use-idempotency-key';
import { useLanguage, useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { ChoiceField } from '@/shared/ui/choice';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextArea, TextField } from '@/shared/ui/field';
import { firstFocus } from '@/shared/ui/first-focus';
import { FormError } from '@/shared/ui/form-error';
import { toast } from '@/shared/ui/toasts';
import { useLeading } from '@/shared/ui/where-one-writes';
import { changePicture } from '../api/change-picture';
import { createServer, type NewServer } from '../api/create-server';
import { listTemplates } from '../api/list-templates';
import { DESCRIPTION_MOST } from '../model/description';
import { serversKey } from '../model/use-servers';
import { NewPicture } from './new-picture';
import { TemplatePicker } from './template-picker';

interface CreateServerDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onCreated: (created: CreatedServer) => void;
}

export default function CreateServerDialog({ open, onClose, onCreated }: CreateServerDialogProps) {
  const t = useText();
  const { lead, finalFocus } = useLeading(open);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      size="wide"
      title={t('server.create')}
      lead={t('server.createLead')}
      finalFocus={finalFocus}
    >
      <CreateServerForm
        onClose={onClose}
        onCreated={(created) => {
          lead();
          onCreated(created);
        }}
      />
    </Dialog>
  );
}

function CreateServerForm({ onClose, onCreated }: Omit<CreateServerDialogProps, 'open'>) {
  const t = useText();
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const language = useLanguage();
  const [template, setTemplate] = useState('blank');
  const templates = useQuery({
    queryKey: ['server-templates', language],
    queryFn: ({ signal }) => listTemplates(language, signal),
    staleTime: Infinity,
  });
  const [visibility, setVisibility] = useState<NewServer['visibility']>('private');
  const [picture, setPicture] = useState<Blob | null>(null);
  const creation = useMutation({
    mutationFn: async (server: NewServer) => {
      const created = await createServer(server, keyFor(server));
      // The server is there: a picture that is refused is no reason to stay.
      if (picture !== null) {
        await changePicture(created.id, 'picture', picture).catch((error: unknown) =>
          toast(`${t('server.pictureFailed')} ${problemText(t, error)}`, { tone: 'danger' }),
        );
      }
      return created;
    },
    onSuccess: async (created) => {
      await client.invalidateQueries({ queryKey: serversKey });
      onCreated(created);
    },
  });
  const problem = creation.error === null ? undefined : asProblem(creation.error);
  const trimmed = name.trim();

  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        const about = description.trim();
        creation.mutate({ name: trimmed, visibility, template, language, ...(about === '' ? {} : { description: about }) });
      }}
    >
      <div className="grid gap-5 tablet:grid-cols-2">
        <div className="grid content-start gap-5">
          <TextField
            label={t('server.name')}
            placeholder={t('server.namePlaceholder')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={fieldText(t, problem, 'name')}
            maxLength={100}
            {...firstFocus}
            autoComplete="off"
          />
          <TextArea
            label={t('server.description')}
            hint={t('server.descriptionHint')}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
            error={fieldText(t, problem, 'description')}
            rows={2}
            maxLength={DESCRIPTION_MOST}
          />
          <NewPicture onPicture={setPicture} />
          <ChoiceField
            label={t('server.visibility')}
            value={visibility}
            onChange={setVisibility}
            choices={[
              { value: 'private', label: t('server.private'), detail: t('server.privateBody'), icon: Lock },
              { value: 'public', label: t('server.public'), detail: t('server.publicBody'), icon: Globe },
            ]}
          />
        </div>
        {!templates.isError && <TemplatePicker templates={templates.data} value={template} onChange={setTemplate} />}
      </div>
      {problem?.fields.size === 0 && <FormError text={problemText(t, problem)} />}
      <DialogActions>
        <Button look="plain" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" disabled={trimmed === '' || creation.isPending}>
          {t('server.create')}
        </Button>
      </DialogActions>
    </form>
  );
}
