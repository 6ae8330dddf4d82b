import { addBusinessDays } from '../time/businessDays.ts';
import { toMs, type Ms } from '../time/instant.ts';
import type { ChangeReading } from './readChange.ts';

/** Until when must an emergency's missing evidence be filed? Business days of its first site, from when work began or else from when it was asked for. */
export function debtDueAt({ progress, file, board, text, now }: ChangeReading): Ms {
  const asked = file?.requests[0]?.record.signed.at;
  const from = progress.startedAt ?? (asked === undefined ? now : toMs(asked));
  const zone = board.sites.get(text.sites[0] ?? '')?.zone ?? 'UTC';
  return addBusinessDays(from, board.policy.evidenceDebtDays, zone);
}
