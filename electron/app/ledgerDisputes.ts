import type { Fork } from '../../shared/api/ledgerCalls.ts';
import { shownText } from '../../shared/change/changeFile.ts';
import { toMs } from '../../shared/time/instant.ts';
import type { Judged } from '../desk/changeShelf.ts';

/** Changes whose text somebody approved and somebody else rejected: the no holds, until one of them says otherwise. */
export function yesAndNo(living: Iterable<Judged>): Fork[] {
  return [...living].flatMap(({ file, assessment: { tally } }): Fork[] => {
    const said = tally.decisions.filter(({ standing, verdict }) => standing === 'counts' && verdict !== 'recuse');
    if (new Set(said.map(({ verdict }) => verdict)).size < 2) return [];
    return [
      {
        kind: 'decision',
        subject: file.change,
        title: shownText(file).title,
        what: 'yes-and-no',
        sides: said.map(({ digest, person, name, at }) => ({ digest, by: person, name, at: toMs(at) })),
        fields: [
          {
            field: 'Said',
            values: said.map(({ verdict, role, conditions = '', reason = '' }) => {
              const words = [conditions, reason].filter((text) => text !== '').join(' ');
              const as = `${verdict === 'approve' ? 'approved' : 'rejected'} as ${role.replaceAll('-', ' ')}`;
              return words === '' ? as : `${as}: ${words}`;
            }),
          },
        ],
        maySettle: false,
      },
    ];
  });
}
