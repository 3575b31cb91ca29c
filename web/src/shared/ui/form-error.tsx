import { CircleAlert } from 'lucide-react';
import { Icon } from './icon';

/** Why the whole form was refused. */
export const FormError = ({ text }: { text: string }) => (
  <p role="alert" className="flex items-start gap-2 rounded-control bg-danger/12 px-3 py-2 text-meta text-danger-text">
    <Icon of={CircleAlert} className="shrink-0" />
    {text}
  </p>
);
