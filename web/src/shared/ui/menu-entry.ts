import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  /** What stands in the place of an icon. */
  readonly mark?: ReactNode;
  /** One line that says what it means. */
  readonly detail?: string;
}

interface Check {
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
  /** That of a role. */
  readonly colour: string | undefined;
}

/** A line of a menu. */
export type MenuEntry =
  | {
      readonly kind: 'action';
      readonly label: string;
      readonly icon: LucideIcon;
      readonly run: () => void;
      readonly keys?: string | undefined;
      readonly danger?: boolean | undefined;
    }
  | { readonly kind: 'line' }
  | {
      /** What cannot be done, and why. */
      readonly kind: 'barred';
      readonly reason: string;
      readonly acts: readonly { readonly label: string; readonly icon: LucideIcon }[];
    }
  | {
      readonly kind: 'checks';
      readonly label: string;
      readonly checks: readonly Check[];
      readonly toggle: (value: string, checked: boolean) => void;
    }
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly value: string;
      readonly choices: readonly Choice[];
      readonly choose: (value: string) => void;
    };

/** What a menu stands beside: an element, or a point of the page. */
export type Anchor = Element | { readonly getBoundingClientRect: () => DOMRect };

export const line: MenuEntry = { kind: 'line' };

/** One value of a few; the menu stays open, so that one sees what it does. */
export function choiceOf<T extends string>(
  label: string,
  value: T,
  choices: readonly (Choice & { readonly value: T })[],
  onChange: (value: T) => void,
): MenuEntry {
  return {
    kind: 'choice',
    label,
    value,
    choices,
    choose: (next) => {
      const chosen = choices.find((choice) => choice.value === next);
      if (chosen) onChange(chosen.value);
    },
  };
}
