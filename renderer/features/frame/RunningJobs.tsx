import { LoaderCircle } from 'lucide-react';
import { useAsked } from '../../api/useAsked.ts';
import { hrefOf } from '../../route.ts';

const pageOf = {
  import: 'imports',
  join: 'ledger',
  pack: 'reports',
  publish: 'ledger',
  rebuild: 'ledger',
  verify: 'ledger',
} as const;

/** Long work that goes on while one reads elsewhere. */
export function RunningJobs() {
  const jobs = useAsked('jobs.list', {});
  const running = jobs.data?.find(({ state }) => state === 'running');
  if (!running) return null;
  const share = running.total > 0 ? `${Math.floor((100 * running.done) / running.total)} %` : '';
  return (
    <a className="tg-now-item tg-now-job" href={hrefOf(pageOf[running.kind])} title={running.title}>
      <LoaderCircle size={16} aria-hidden className="tg-turning" />
      <span className="tg-clip">{running.title}</span>
      {share}
    </a>
  );
}
