import { useState } from 'react';
import type { HistoryCommit } from '../../../shared/api/ledgerCalls.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyId } from '../../ui/CopyId.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SearchSelect } from '../../ui/SearchSelect.tsx';
import { HistoryFileLine } from './HistoryFileLine.tsx';

/** The line, newest first: which commit brought what, signed by whom, and whether it counts. */
export function HistoryPart() {
  const [by, setBy] = useState<string | null>(null);
  const [pages, setPages] = useState(1);
  const people = useCatalogue().catalogue?.people ?? [];
  const choose = (person: string | null) => {
    setBy(person);
    setPages(1);
  };
  return (
    <div className="tg-stack">
      <div className="tg-ledger-filter">
        <SearchSelect
          label="Signed by"
          options={people.map(({ person, name }) => ({ id: person, label: name }))}
          value={by}
          onChange={choose}
          placeholder="Anybody"
        />
        {by !== null && (
          <Button size="small" onPress={() => choose(null)}>
            Anybody
          </Button>
        )}
      </div>
      <ol className="tg-commits" aria-label="Commits, newest first">
        <HistoryPages before={null} by={by} count={pages} onMore={() => setPages(pages + 1)} />
      </ol>
    </div>
  );
}

interface HistoryPagesProps {
  readonly before: number | null;
  readonly by: string | null;
  readonly count: number;
  readonly onMore: () => void;
}

/** A page and those after it: each begins where the one before ends, also when new commits have moved that. */
function HistoryPages({ before, by, count, onMore }: HistoryPagesProps) {
  const history = useAsked('ledger.history', { before, by }, { keepPrevious: true });
  if (history.isError)
    return (
      <li>
        <Problem error={history.error} onRetry={() => void history.refetch()} compact />
      </li>
    );
  if (!history.data)
    return (
      <li>
        <Loading what="the history" rows={6} />
      </li>
    );
  const { commits, next } = history.data;
  return (
    <>
      {commits.map((commit) => (
        <Commit key={commit.commit} {...commit} />
      ))}
      {commits.length === 0 && before === null && (
        <li>
          <Empty compact title="They have signed nothing yet." />
        </li>
      )}
      {next !== null && count > 1 && <HistoryPages before={next} by={by} count={count - 1} onMore={onMore} />}
      {next !== null && count === 1 && (
        <li>
          <Button onPress={onMore}>Show older</Button>
        </li>
      )}
    </>
  );
}

function Commit({ commit, position, files, fileCount }: HistoryCommit) {
  return (
    <li className="tg-history-commit">
      <p className="tg-history-head">
        <CopyId text={commit} shown={commit.slice(0, 10)} label="Copy the commit" />
        <span className="tg-quiet">no. {position.toLocaleString('en')}</span>
      </p>
      <ul className="tg-history-files">
        {files.map((file) => (
          <HistoryFileLine key={file.path} {...file} />
        ))}
        {fileCount > files.length && (
          <li className="tg-quiet">and {(fileCount - files.length).toLocaleString('en')} more files</li>
        )}
        {fileCount === 0 && <li className="tg-quiet">No records</li>}
      </ul>
    </li>
  );
}
