import type { ChangeDraft } from '../../../../shared/api/changeCalls.ts';
import { useAsked } from '../../../api/useAsked.ts';
import { useRoute } from '../../../route.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { NotOffered } from '../../../ui/NotOffered.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { draftOf } from '../draftOf.ts';
import { ChangeForm } from './ChangeForm.tsx';
import { emptyDraft } from './emptyDraft.ts';

/** Where the form starts from: nothing, a draft that was kept, or a text that is to be revised. */
export function ChangeFormPage() {
  const { query } = useRoute();
  const revises = query.get('revises');
  const kept = query.get('draft');
  const status = useAsked('app.status', {});
  const drafts = useAsked('drafts.list', {});
  const detail = useAsked('changes.read', { change: revises ?? '' }, { enabled: revises !== null });

  const failed = [status, drafts, detail].find(({ isError }) => isError);
  if (failed) {
    return (
      <Page title="New change">
        <Problem error={failed.error} onRetry={() => void failed.refetch()} />
      </Page>
    );
  }
  if (!status.data || !drafts.data || (revises !== null && !detail.data)) {
    return (
      <Page title={revises === null ? 'New change' : 'Revise'}>
        <Loading what="the form" rows={10} />
      </Page>
    );
  }
  if (!status.data.me.may.request) {
    return (
      <Page title={revises === null ? 'New change' : 'Revise'}>
        <NotOffered me={status.data.me} what="request" />
      </Page>
    );
  }
  const draft = drafts.data.find((each) =>
    kept === null ? revises !== null && each.change === revises : each.draft === kept,
  );
  if (kept !== null && !draft) {
    return (
      <Page title="New change">
        <Empty
          title="This draft was submitted or thrown away already."
          action={<a href="#/new-change">Begin a new change</a>}
        />
      </Page>
    );
  }
  const change = draft?.change ?? revises;
  const first: ChangeDraft =
    draft?.body ?? (detail.data ? draftOf(detail.data.text) : emptyDraft(query, status.data.me.person));
  return (
    <ChangeForm
      key={`${kept ?? ''} ${revises ?? ''}`}
      first={first}
      change={change}
      known={draft?.draft ?? null}
      now={status.data.now}
      otherDrafts={drafts.data.filter((each) => each.draft !== draft?.draft)}
    />
  );
}
