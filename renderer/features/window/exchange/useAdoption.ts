import { useMemo, useState } from 'react';
import type { MeView } from '../../../../shared/api/appCalls.ts';
import type { Catalogue } from '../../../../shared/api/mapCalls.ts';
import type { WindowFormat } from '../../../../shared/exchange/windowReading.ts';
import { adoptedEntries, type AdoptionForm, type EntryChoice } from '../../../../shared/view/adoption.ts';
import { useAsked } from '../../../api/useAsked.ts';
import { newForm } from '../newForm.ts';
import type { ChosenFile } from './readTextFile.ts';

export type Adoption = ReturnType<typeof useAdoption>;

/** A file as the desk reads it, and what is said of its entries. */
export function useAdoption({ name, text }: ChosenFile, me: MeView, catalogue: Catalogue, readerZone: string) {
  const [common, setCommon] = useState<AdoptionForm>(() => ({
    ...newForm(new URLSearchParams(), me, catalogue, readerZone, Date.now()),
    effect: null,
    keepsKnown: true,
  }));
  const [format, setFormat] = useState<WindowFormat | null>(null);
  const [join, setJoin] = useState(true);
  const [choices, setChoices] = useState<ReadonlyMap<string, EntryChoice>>(new Map());
  const [isTouched, setTouched] = useState(false);
  const zone = common.zone === 'site' ? readerZone : common.zone;
  const asked = useAsked('windows.readFile', { name, text, format, zone, join }, { keepPrevious: true });
  const view = asked.data;
  const entries = useMemo(
    () => (view ? adoptedEntries(view.windows, common, choices, view.format) : []),
    [view, common, choices],
  );
  const taken = useMemo(() => entries.filter(({ isTaken }) => isTaken), [entries]);
  const touched =
    <A extends readonly unknown[]>(act: (...given: A) => void) =>
    (...given: A): void => {
      setTouched(true);
      act(...given);
    };
  return {
    asked,
    entries,
    taken,
    common,
    format: view?.format ?? format,
    join,
    isTouched,
    isCovered: common.everything === true || Object.values(common.within).some(({ length }) => length > 0),
    /** Some of what is taken has no place of its own yet. */
    needsCover: taken.some(({ read }) => read.known === null) || !common.keepsKnown,
    onFormat: setFormat,
    onJoin: setJoin,
    onCommon: touched((part: Partial<AdoptionForm>) => setCommon((old) => ({ ...old, ...part }))),
    /** Says the same of several entries. */
    onChoice: touched((keys: readonly string[], choice: EntryChoice) =>
      setChoices((old) => new Map([...old, ...keys.map((key) => [key, { ...old.get(key), ...choice }] as const)])),
    ),
  };
}
