import { useState } from 'react';
import { useText } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';
import { cx } from '@/shared/ui/cx';
import { TextField } from '@/shared/ui/field';
import { Ink } from '@/shared/ui/role-colour';
import { colourOf, presets } from '../model/colours';

interface RoleDisplayProps {
  readonly name: string;
  readonly colour: string | undefined;
  readonly disabled: boolean;
  readonly nameError: string | undefined;
  readonly onName: (name: string) => void;
  /** null for none */
  readonly onColour: (colour: string | null) => void;
}

/** A role's name and colour. */
export function RoleDisplay({ name, colour, disabled, nameError, onName, onColour }: RoleDisplayProps) {
  const t = useText();
  return (
    <>
      <TextField
        label={t('role.name')}
        value={name}
        disabled={disabled}
        onChange={(event) => onName(event.target.value)}
        error={nameError}
        maxLength={100}
        autoComplete="off"
        dir="auto"
      />
      <ColourField colour={colour} disabled={disabled} onChange={onColour} />
      <section aria-label={t('role.preview')} className="grid gap-1.5">
        <h3 className="text-meta font-medium text-text-2">{t('role.preview')}</h3>
        <div className="flex gap-3 rounded-card px-4 py-3.5 ring-1 ring-line">
          <Avatar id="preview" name="Ada Lovelace" size={36} />
          <div className="grid min-w-0">
            <p className="flex items-baseline gap-2">
              <Ink colour={colour} className="truncate text-body font-semibold">
                Ada Lovelace
              </Ink>
              <span className="tabular text-label text-text-3">14:02</span>
            </p>
            <span aria-hidden className="mt-2 h-2 w-56 max-w-full rounded-full bg-tint/14" />
          </div>
        </div>
      </section>
    </>
  );
}

interface ColourFieldProps {
  readonly colour: string | undefined;
  readonly disabled: boolean;
  readonly onChange: (colour: string | null) => void;
}

function ColourField({ colour, disabled, onChange }: ColourFieldProps) {
  const t = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const invalid = typed !== null && typed.trim() !== '' && colourOf(typed) === null;
  const choose = (next: string | null) => {
    setTyped(null);
    onChange(next);
  };
  return (
    <fieldset disabled={disabled} className="grid gap-3 disabled:opacity-60">
      <legend className="mb-1.5 text-meta font-medium text-text-2">{t('role.colour')}</legend>
      <div className="flex flex-wrap gap-2">
        <Swatch name={t('role.noColour')} colour={null} checked={colour === undefined} onChoose={() => choose(null)} />
        {presets.map((preset) => (
          <Swatch key={preset} name={preset} colour={preset} checked={colour === preset} onChoose={() => choose(preset)} />
        ))}
      </div>
      <div className="flex items-end gap-2">
        <label className="relative block size-10 shrink-0 overflow-hidden rounded-control ring-1 ring-tint/14 has-focus-visible:ring-2 has-focus-visible:ring-accent-strong pointer-coarse:size-11">
          <span className="sr-only">{t('role.picker')}</span>
          <input
            type="color"
            value={colour ?? '#7d8590'}
            onChange={(event) => choose(event.target.value)}
            className="absolute -inset-2 size-16 cursor-pointer"
          />
        </label>
        <TextField
          label={t('role.hex')}
          value={typed ?? colour ?? ''}
          placeholder="#3b82f6"
          onChange={(event) => {
            setTyped(event.target.value);
            const next = colourOf(event.target.value);
            if (next !== null) onChange(next);
          }}
          onBlur={() => !invalid && setTyped(null)}
          error={invalid ? t('role.hexInvalid') : undefined}
          maxLength={9}
          autoComplete="off"
          spellCheck={false}
          className="font-mono"
        />
      </div>
      <p className="text-label text-text-3">{t('role.colourHint')}</p>
    </fieldset>
  );
}

interface SwatchProps {
  readonly name: string;
  readonly colour: string | null;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Swatch({ name, colour, checked, onChoose }: SwatchProps) {
  return (
    <label
      className={cx(
        'relative grid size-8 cursor-pointer place-items-center rounded-full transition-transform hover:scale-108 pointer-coarse:size-11',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent-strong',
        colour === null && 'ring-[1.5px] ring-tint/30 ring-inset',
      )}
      style={colour === null ? {} : { backgroundColor: colour }}
    >
      <input type="radio" name="role-colour" className="sr-only" checked={checked} onChange={onChoose} />
      <span className="sr-only">{name}</span>
      {colour === null && <span aria-hidden className="h-px w-5 -rotate-45 bg-tint/40" />}
      {checked && <span aria-hidden className="absolute -inset-1 rounded-full ring-2 ring-text-1" />}
    </label>
  );
}
