import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { BookOpen, Code, Folder, Gamepad2, Hash, Lock, PartyPopper, Square, Volume2, type LucideIcon } from 'lucide-react';
import { useId } from 'react';
import type { ServerTemplate } from '@/gateway/contract/server';
import { useText } from '@/shared/i18n';
import { cx } from '@/shared/ui/cx';
import { Icon } from '@/shared/ui/icon';
import { Dot } from '@/shared/ui/role-colour';

interface TemplatePickerProps {
  readonly templates: readonly ServerTemplate[] | undefined;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

const icons: Partial<Record<string, LucideIcon>> = {
  blank: Square,
  friends: PartyPopper,
  'study-group': BookOpen,
  'open-source': Code,
  gaming: Gamepad2,
};

/** What a new server begins with: a few to choose from, and what comes with the one that is chosen. */
export function TemplatePicker({ templates, value, onChange }: TemplatePickerProps) {
  const t = useText();
  const id = useId();
  const chosen = templates?.find((template) => template.id === value);
  return (
    <div className="grid content-start gap-1.5">
      <span id={id} className="text-meta font-medium text-text-2">
        {t('server.template')}
      </span>
      {templates === undefined ? (
        <div className="skeleton h-[436px] rounded-card! max-tablet:h-[380px]" />
      ) : (
        <>
          <RadioGroup<string>
            aria-labelledby={id}
            value={value}
            onValueChange={(next) => onChange(next)}
            className="grid grid-cols-2 gap-1.5"
          >
            {templates.map((template) => (
              <label
                key={template.id}
                className="flex min-h-10 items-center gap-2 rounded-control bg-field px-2.5 py-1.5 text-meta font-medium ring-1 ring-tint/14 transition-shadow first:col-span-2 hover:ring-tint/24 has-focus-visible:outline-2 has-data-checked:bg-accent/8 has-data-checked:ring-accent-strong pointer-coarse:min-h-11"
              >
                <Radio.Root value={template.id} className="sr-only" />
                <Icon of={icons[template.id] ?? Square} size={16} className="shrink-0 text-text-2" />
                {template.name}
              </label>
            ))}
          </RadioGroup>
          {chosen && <Preview template={chosen} />}
        </>
      )}
    </div>
  );
}

/** As it will look in the sidebar. Its size stays, whatever is in it. */
function Preview({ template }: { template: ServerTemplate }) {
  const t = useText();
  return (
    <section
      aria-label={t('server.templatePreview')}
      aria-live="polite"
      tabIndex={0}
      className="scroll grid h-[286px] content-start gap-3 rounded-card bg-surface-1 p-3 ring-1 ring-line max-tablet:h-[220px]"
    >
      <p className="min-h-10 text-meta text-text-2">{template.about}</p>
      <ul aria-label={t('server.templateChannels')} className="grid gap-px">
        {template.channels.map((channel, place) => (
          <li
            key={`${place} ${channel.name}`}
            className={cx(
              'flex h-7 items-center gap-2 rounded-control px-2 text-meta',
              channel.type === 'folder' ? 'mt-1 text-label font-semibold text-text-3' : 'text-text-2',
              channel.folder !== undefined && 'pl-5',
            )}
          >
            <Icon
              of={channel.type === 'folder' ? Folder : channel.type === 'voice' ? Volume2 : channel.hidden ? Lock : Hash}
              size={channel.type === 'folder' ? 14 : 16}
              className="shrink-0 text-text-3"
            />
            <span className="truncate">{channel.name}</span>
            <span className="sr-only">
              {t(channel.type === 'folder' ? 'channel.folder' : channel.type === 'voice' ? 'template.voice' : channel.hidden ? 'template.hidden' : 'template.text')}
            </span>
          </li>
        ))}
      </ul>
      {template.roles.length > 0 && (
        <ul aria-label={t('server.templateRoles')} className="flex flex-wrap gap-1.5">
          {template.roles.map((role) => (
            <li key={role.name} className="flex items-center gap-1.5 rounded-full bg-tint/8 px-2 py-0.5 text-label text-text-2">
              <Dot colour={role.colour} size={10} />
              {role.name}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
