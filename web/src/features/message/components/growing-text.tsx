import { useLayoutEffect, useRef, type KeyboardEvent, type Ref } from 'react';
import { cx } from '@/shared/ui/cx';

interface GrowingTextProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly label: string;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly describedBy?: string | undefined;
  readonly className?: string;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** A text box as high as its text, up to 40 % of the window. */
export function GrowingText({ value, onChange, label, autoFocus = false, describedBy, className, ref, ...rest }: GrowingTextProps) {
  const box = useRef<HTMLTextAreaElement | null>(null);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.style.height = '0';
    element.style.height = `${Math.min(element.scrollHeight, Math.round(innerHeight * 0.4))}px`;
  }, [value]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!autoFocus || element === null) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, [autoFocus]);

  return (
    <textarea
      ref={(element) => {
        box.current = element;
        if (typeof ref === 'function') ref(element);
        else if (ref) ref.current = element;
      }}
      rows={1}
      dir="auto"
      value={value}
      aria-label={label}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value)}
      className={cx('scroll block w-full resize-none bg-transparent text-entry outline-none', className)}
      {...rest}
    />
  );
}
