import { Plus } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { ChangeFilter } from '../../../shared/api/filter.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { hrefOf, navigate, useRoute } from '../../route.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Page } from '../../ui/Page.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { filterIn, queryOf, sortIn, type Sort } from './filterAddress.ts';
import { PreviewPanel } from './PreviewPanel.tsx';
import { BandCounts } from './table/BandCounts.tsx';
import { ChangeTable } from './table/ChangeTable.tsx';
import { FilterBar } from './table/FilterBar.tsx';
import { FilterChips } from './table/FilterChips.tsx';
import { useChangePages } from './table/useChangePages.ts';
import { useRememberedView } from './table/useRememberedView.ts';
import { ViewsMenu } from './table/ViewsMenu.tsx';
import './table/table.css';

/** Every change, by any question. The filter lives in the address. */
export function ChangesPage() {
  const { query } = useRoute();
  const filter = filterIn(query);
  const sort = sortIn(query);
  const status = useAsked('app.status', {});
  const names = useCatalogue();
  const remembered = useRememberedView(query);
  const pages = useChangePages(filter, sort, remembered.isReady);
  const [previewed, setPreviewed] = useState<string | null>(null);
  const closePreview = useCallback(() => setPreviewed(null), []);

  const show = (next: ChangeFilter, order: Sort = sort) =>
    navigate(hrefOf('changes', null, queryOf(next, order)), { replace: true });
  const isFiltered = Object.keys(filter).length > 0;
  const all = status.data?.changes;
  const mayAsk = status.data?.me.may.request ?? false;
  return (
    <Page
      title="Changes"
      layout="fill"
      sentence={all !== undefined && `${countWords(all, 'change')} on this board.`}
      actions={
        <>
          <ViewsMenu remembered={remembered} />
          {mayAsk && (
            <Button icon={Plus} kind="primary" onPress={() => navigate(hrefOf('new-change'))}>
              New change
            </Button>
          )}
        </>
      }
      panel={previewed !== null && <PreviewPanel change={previewed} onClose={closePreview} />}
    >
      <FilterBar filter={filter} names={names} onChange={show} />
      <div className="tg-counts">
        <BandCounts page={pages.first} filter={filter} onChange={show} />
        <FilterChips filter={filter} names={names} onChange={show} />
      </div>
      {pages.error ? (
        <Problem error={pages.error} onRetry={pages.retry} />
      ) : pages.first?.total === 0 ? (
        <NoChanges isFiltered={isFiltered} mayAsk={mayAsk} onClear={() => show({})} />
      ) : (
        <ChangeTable
          pages={pages}
          names={names}
          sort={sort}
          onSort={(order) => show(filter, order)}
          onPreview={setPreviewed}
        />
      )}
    </Page>
  );
}

interface NoChangesProps {
  readonly isFiltered: boolean;
  readonly mayAsk: boolean;
  readonly onClear: () => void;
}

function NoChanges({ isFiltered, mayAsk, onClear }: NoChangesProps) {
  if (isFiltered) {
    return (
      <Empty title="No change fits these filters." action={<Button onPress={onClear}>Clear all filters</Button>}>
        Take a filter away, or search for a part of the title, the change id or the plan.
      </Empty>
    );
  }
  return (
    <Empty
      title="This board has no changes yet."
      action={
        mayAsk && (
          <>
            <Button kind="primary" onPress={() => navigate(hrefOf('new-change'))}>
              Write the first change
            </Button>
            <Button onPress={() => navigate(hrefOf('imports'))}>Import a log</Button>
          </>
        )
      }
    >
      A change says what will be done, where, when, and how it is undone. Its risk is explained while it is written.
    </Empty>
  );
}
