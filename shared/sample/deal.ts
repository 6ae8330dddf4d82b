import type { Dice } from './dice.ts';
import { emergencyWorks } from './emergencyWorks.ts';
import { floorWorks } from './floorWorks.ts';
import { platformWorks } from './platformWorks.ts';
import { storyCounts, type Destination } from './story.ts';
import { tradingWorks } from './tradingWorks.ts';
import type { SampleWork } from './work.ts';

export interface Dealt {
  readonly work: SampleWork;
  readonly title: string;
  readonly destination: Destination;
  readonly emergency: boolean;
  /** Which of the work's titles it is: changes of one work go to different sites. */
  readonly turn: number;
}

const emergencyDestinations: readonly Destination[] = [
  'implementing',
  'authorization',
  'review',
  'review',
  'review',
  'validating',
];

/** Which work becomes which change, and where does each stand? Every title is used once, some once more as a follow-up. */
export function dealWorks(dice: Dice): Dealt[] {
  const left = { ...storyCounts };
  const urgent = shuffled(titlesOf(emergencyWorks), dice);
  const emergencies = emergencyDestinations.flatMap((destination, index): Dealt[] => {
    const entry = urgent[index];
    if (entry === undefined) return [];
    left[destination] -= 1;
    return [{ ...entry, destination, emergency: true }];
  });
  const rest = Object.entries(left).flatMap(
    ([word, count]) => Array.from({ length: count }, () => word as Destination), // the keys of `storyCounts`
  );
  const light = shuffled(titlesOf([...floorWorks, ...tradingWorks, ...platformWorks].filter(isLight)), dice);
  const planned = shuffled(titlesOf([...floorWorks, ...tradingWorks, ...platformWorks]), dice);
  return [
    ...emergencies,
    ...shuffled(rest, dice).map((destination, index): Dealt => {
      // Small things come back more often than large ones.
      const again = light[(index - planned.length) % light.length];
      const entry = planned[index] ?? (again && { ...again, title: `${again.title}, follow-up` });
      if (entry === undefined) throw new RangeError('no work to deal');
      return { ...entry, destination, emergency: false };
    }),
  ];
}

const isLight = ({ category, readiness }: SampleWork): boolean =>
  category === 'observability' || (category === 'configuration' && readiness === 'rehearsed');

function titlesOf(works: readonly SampleWork[]): { work: SampleWork; title: string; turn: number }[] {
  return works.flatMap((work) => work.titles.map((title, turn) => ({ work, title, turn })));
}

function shuffled<T>(list: readonly T[], dice: Dice): T[] {
  return list
    .map((value) => ({ value, order: dice.next() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ value }) => value);
}
