import type { LucideIcon } from 'lucide-react';

/** One family, one stroke: 18 px unless the place asks for another size. Never read aloud. */
export function Icon({ of: Glyph, size = 18, className }: { of: LucideIcon; size?: number; className?: string }) {
  return <Glyph size={size} strokeWidth={1.75} aria-hidden className={className} nonScalingStroke />;
}
