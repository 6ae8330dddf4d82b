import { useState } from 'react';
import type { Ms } from '../../../shared/time/instant.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { ChangeSlots } from './ChangeSlots.tsx';
import { SlotSearch } from './SlotSearch.tsx';

export interface SlotPanelProps {
  /** The change that is looked for; null: some work. */
  readonly change: string | null;
  readonly sites: readonly string[];
  readonly services: readonly string[];
  readonly now: Ms;
  readonly onClose: () => void;
}

/** When could it be done: the next ten starts at which nothing objects, and why not earlier. */
export function SlotPanel({ change, sites, services, now, onClose }: SlotPanelProps) {
  const names = useCatalogue();
  const [opened] = useState(now); // the search stands still while it is read
  return (
    <SidePanel title="Find a slot" onClose={onClose}>
      {change === null ? (
        <SlotSearch names={names} sites={sites} services={services} now={opened} />
      ) : (
        <ChangeSlots key={change} change={change} names={names} />
      )}
    </SidePanel>
  );
}
