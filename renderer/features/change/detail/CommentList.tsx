import { useState } from 'react';
import type { ChangeDetail } from '../../../../shared/api/changeCalls.ts';
import { legible } from '../../../../shared/audit/legible.ts';
import { useCommand } from '../../../api/useCommand.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { PlaceTime } from '../../../ui/PlaceTime.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useSaySigned } from './useSaySigned.ts';

/** What members have said to each other about the change, newest last. */
export function CommentList({ detail, names }: { readonly detail: ChangeDetail; readonly names: Names }) {
  const { comments, mayComment, row } = detail;
  const [text, setText] = useState('');
  const write = useCommand('comments.write');
  const saySigned = useSaySigned();
  const place = names.place(row.sites);
  const sign = () =>
    write.mutate(
      { change: row.change, text: text.trim() },
      {
        onSuccess: ({ row: said }) => {
          saySigned('Comment signed', said);
          setText('');
        },
      },
    );
  return (
    <div className="tg-stack">
      {comments.length === 0 && <Empty compact title="Nobody has said anything yet." />}
      <ol className="tg-history">
        {comments.map((comment) => (
          <li key={comment.digest}>
            <p className="tg-decision-line">
              <strong>{names.person(comment.by)}</strong>
              <span className="tg-quiet">
                <PlaceTime at={comment.at} zone={place.zone} place={place.name} short="day" />
              </span>
              {comment.unsent && <Badge tone="accent">Kept here, not sent yet</Badge>}
            </p>
            <p className="tg-prose">{legible(comment.text)}</p>
          </li>
        ))}
      </ol>
      {mayComment && (
        <>
          <TextArea label="Your comment" value={text} onChange={setText} maxLength={20_000} rows={2} />
          {write.isError && <Problem compact error={write.error} />}
          <div className="tg-row">
            <Button isDisabled={text.trim() === '' || write.isPending} onPress={sign}>
              Sign comment
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
