import { useState } from 'react';
import type { MeView } from '../../../../shared/api/appCalls.ts';
import type { Catalogue } from '../../../../shared/api/mapCalls.ts';
import type { WindowFormat } from '../../../../shared/exchange/windowReading.ts';
import { adoptedDraft, type AdoptionForm } from '../../../../shared/view/adoption.ts';
import { useAsked } from '../../../api/useAsked.ts';
import { hrefOf, navigate } from '../../../route.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { countWords } from '../../../ui/spanWords.ts';
import { newForm } from '../newForm.ts';
import { AdoptDialog } from './AdoptDialog.tsx';
import { AdoptionSettings } from './AdoptionSettings.tsx';
import type { ChosenFile } from './ChooseCalendar.tsx';
import { EntryTable } from './EntryTable.tsx';
import { RefusedList } from './RefusedList.tsx';

export interface ReadFilePageProps {
  readonly file: ChosenFile;
  readonly me: MeView;
  readonly catalogue: Catalogue;
  readonly readerZone: string;
  readonly onAnother: () => void;
}

/** What a file holds, which of it is wanted, and what is said of all of it once. */
export function ReadFilePage({ file, me, catalogue, readerZone, onAnother }: ReadFilePageProps) {
  const [common, setCommon] = useState<AdoptionForm>(() => ({
    ...newForm(new URLSearchParams(), me, catalogue, readerZone, Date.now()),
    effect: null,
  }));
  const [format, setFormat] = useState<WindowFormat | null>(null);
  const [join, setJoin] = useState(true);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [signing, setSigning] = useState<'published' | 'proposed' | null>(null);
  const asked = useAsked(
    'windows.readFile',
    { ...file, format, zone: common.zone === 'site' ? readerZone : common.zone, join },
    { keepPrevious: true },
  );
  const view = asked.data;
  const wanted = view?.windows.filter(({ key }) => !left.has(key)) ?? [];
  const isCovered = common.everything === true || Object.values(common.within).some(({ length }) => length > 0);
  const isReady = wanted.length > 0 && isCovered && !asked.isPlaceholderData;
  const entries = view
    ? wanted.map((read) => ({ window: read.known?.window ?? null, draft: adoptedDraft(read, common, view.format) }))
    : [];

  return (
    <Page
      title={`Import ${file.name}`}
      sentence={
        view
          ? `${countWords(view.windows.length, 'window')} read, ${view.refused.length === 0 ? 'nothing refused' : `${countWords(view.refused.length, 'entry', 'entries')} refused`}.`
          : undefined
      }
      layout="fill"
      actions={
        <>
          <Button kind="quiet" onPress={() => navigate(hrefOf('windows'))}>
            Leave
          </Button>
          <Button onPress={onAnother}>Another file</Button>
          <Button isDisabled={!isReady} onPress={() => setSigning('published')}>
            Publish {wanted.length}…
          </Button>
          <Button kind="primary" isDisabled={!isReady} onPress={() => setSigning('proposed')}>
            Propose {wanted.length}…
          </Button>
        </>
      }
    >
      <div className="tg-exchange">
        <AdoptionSettings
          common={common}
          onChange={(part) => setCommon((old) => ({ ...old, ...part }))}
          catalogue={catalogue}
          me={me}
          format={view?.format ?? format}
          onFormat={setFormat}
          join={join}
          onJoin={setJoin}
          joinable={view?.joinable ?? 0}
          isCovered={isCovered}
          hasFloating={view?.windows.some(({ zone }) => zone === null) ?? false}
        />
        <div className="tg-exchange-read">
          {asked.isPending && <Loading what="the file" rows={8} />}
          {asked.isError && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
          {view?.windows.length === 0 && (
            <Empty title="No window can be made of this file.">
              {view.refused.length === 0
                ? 'It holds no entries of this kind. Choose another format on the left if it was taken for the wrong one.'
                : 'Each entry stands below with the reason.'}
            </Empty>
          )}
          {view && view.windows.length > 0 && (
            <EntryTable
              windows={view.windows}
              left={left}
              onLeft={setLeft}
              effect={common.effect}
              zone={common.zone}
              isStale={asked.isPlaceholderData}
            />
          )}
          {view && view.refused.length > 0 && <RefusedList refused={view.refused} />}
        </div>
      </div>
      {signing !== null && (
        <AdoptDialog entries={entries} standing={signing} from={file.name} onClose={() => setSigning(null)} />
      )}
    </Page>
  );
}
