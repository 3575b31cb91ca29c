import { useId, type ComponentProps, type ReactNode } from 'react';
import { cx } from './cx';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly aside?: ReactNode;
}

const box =
  'w-full rounded-control bg-field px-3 text-entry text-text-1 ring-1 ring-tint/14 transition-shadow ' +
  'hover:ring-tint/24 focus-visible:ring-accent-strong focus-visible:outline-1 focus-visible:outline-offset-0 ' +
  'aria-invalid:ring-danger';

export function TextField({ label, hint, error, aside, className, ...rest }: FieldProps & ComponentProps<'input'>) {
  const { id, noteId } = useFieldIds();
  return (
    <Field id={id} noteId={noteId} label={label} hint={hint} error={error}>
      <span className="relative block">
        <input
          id={id}
          aria-invalid={error !== undefined}
          aria-describedby={(error ?? hint) === undefined ? undefined : noteId}
          className={cx(box, 'h-10 pointer-coarse:h-11', aside !== undefined && 'pr-11', className)}
          {...rest}
        />
        {aside !== undefined && <span className="absolute inset-y-0 right-1 grid place-items-center">{aside}</span>}
      </span>
    </Field>
  );
}

export function TextArea({ label, hint, error, className, ...rest }: FieldProps & ComponentProps<'textarea'>) {
  const { id, noteId } = useFieldIds();
  return (
    <Field id={id} noteId={noteId} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={(error ?? hint) === undefined ? undefined : noteId}
        className={cx(box, 'block resize-none py-2', className)}
        {...rest}
      />
    </Field>
  );
}

function useFieldIds() {
  const id = useId();
  return { id, noteId: `${id}-note` };
}

interface FrameProps extends FieldProps {
  readonly id: string;
  readonly noteId: string;
  readonly children: ReactNode;
}

function Field({ id, noteId, label, hint, error, children }: FrameProps) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-meta font-medium text-text-2">
        {label}
      </label>
      {children}
      {error !== undefined ? (
        <p id={noteId} className="text-label text-danger-text">
          {error}
        </p>
      ) : (
        hint !== undefined && (
          <p id={noteId} className="text-label text-text-3">
            {hint}
          </p>
        )
      )}
    </div>
  );
}
