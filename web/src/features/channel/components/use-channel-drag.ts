import { useState, type DragEvent } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Channel } from '@/gateway/contract/server';
import { dropOf, type Edge, type Placement } from '../model/arrange';

/** Where what is dragged would land. */
export interface Landing {
  readonly id: Id;
  readonly edge: Edge;
}

/**
 * Dragging of channels by a pointer. It is for who manages the channel; menu and keys do the same for everyone else who
 * may.
 */
export function useChannelDrag(channels: readonly Channel[], onDrop: (channel: Channel, placement: Placement) => void) {
  const [dragged, setDragged] = useState<Channel | null>(null);
  const [landing, setLanding] = useState<Landing | null>(null);

  const under = (event: DragEvent): { channel: Channel; edge: Edge } | null => {
    const element = event.target instanceof Element ? event.target.closest('[data-channel]') : null;
    const channel = channels.find((one) => one.id === element?.getAttribute('data-channel'));
    if (element === null || channel === undefined) return null;
    const { top, height } = element.getBoundingClientRect();
    const half = event.clientY < top + height / 2 ? 'before' : 'behind';
    return { channel, edge: channel.type === 'folder' && dragged?.type !== 'folder' ? 'into' : half };
  };
  const end = () => {
    setDragged(null);
    setLanding(null);
  };

  return {
    dragged: dragged?.id ?? null,
    landing,
    /** For the element that holds all channels. */
    handlers: {
      onDragStart: (event: DragEvent) => {
        const channel = under(event)?.channel;
        if (channel === undefined || !channel.permissions.includes('MANAGE_CHANNELS')) return;
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', channel.name);
        setDragged(channel);
      },
      onDragOver: (event: DragEvent) => {
        if (dragged === null) return;
        const over = under(event);
        const placement = over && dropOf(channels, dragged, over.channel, over.edge);
        if (over === null || placement === null) {
          setLanding(null);
          return;
        }
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        setLanding((present) =>
          present?.id === over.channel.id && present.edge === over.edge ? present : { id: over.channel.id, edge: over.edge },
        );
      },
      onDragLeave: (event: DragEvent) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setLanding(null);
      },
      onDrop: (event: DragEvent) => {
        const over = under(event);
        const placement = dragged && over && dropOf(channels, dragged, over.channel, over.edge);
        if (dragged !== null && placement) {
          event.preventDefault();
          onDrop(dragged, placement);
        }
        end();
      },
      onDragEnd: end,
    },
  };
}
