import type { Names } from '../../api/useCatalogue.ts';
import { bandWords, categoryWords, effectWords, environmentWords, stateWords, typeWords } from '../../ui/tradeWords.ts';
import type { CalendarRoute } from './useCalendarRoute.ts';

const mineWords = { waiting: 'waiting for me', requested: 'asked for by me', implementing: 'carried out by me' };

/** What the view is narrowed to, in words: `bands High, Critical; sites Lyon DC`; empty when it is not. */
export function filterWords({ filter, effects }: CalendarRoute, names: Names): string {
  const said: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['bands', filter.bands?.map((band) => bandWords[band])],
    ['states', filter.states?.map((state) => stateWords[state])],
    ['types', filter.types?.map((type) => typeWords[type])],
    ['environments', filter.environments?.map((environment) => environmentWords[environment])],
    ['categories', filter.categories?.map((category) => categoryWords[category])],
    ['sites', filter.sites?.map(names.site)],
    ['services', filter.services?.map(names.service)],
    ['windows', effects.length > 0 ? effects.map((effect) => effectWords[effect]) : undefined],
    ['with', filter.text === undefined ? undefined : [`“${filter.text}”`]],
    ['changes', filter.mine === undefined ? undefined : [mineWords[filter.mine]]],
  ];
  return said.flatMap(([what, values]) => (values ? [`${what} ${values.join(', ')}`] : [])).join('; ');
}
