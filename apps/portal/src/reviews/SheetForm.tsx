import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../api/command.js';
import { ErrorsProvider, Field, RadioButtons, TextArea, TextInput } from '../design/Field.js';
import { InlineActions } from '../design/InlineActions.js';
import { Refusal } from '../design/States.js';
import type { ReviewSeatFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { Answers } from './QualificationPart.js';
import { RecuseFromBidDocument, SaveReviewSheetDocument } from './seatDocuments.js';
import { seatWords } from './seatWords.js';

type Seat = ReviewSeatFieldsFragment;
type Bid = Seat['bids'][number];

/** How long after the last key a sheet is saved, milliseconds. */
const PAUSE = 900;
const POINTS = /^\d{1,3}(?:\.\d{1,2})?$/;
const shown = (points: number): string => String(points / 100);

interface Props {
  readonly seat: Seat;
  readonly bid: Bid;
}

/** 方案 and its 评分表: what is written is saved by itself until the sheet is handed in. */
export function SheetForm({ seat, bid }: Props) {
  const t = useWords(seatWords);
  const handedIn = bid.sheet?.handedIn === true;
  const save = useCommand(SaveReviewSheetDocument);
  const [points, setPoints] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries((bid.sheet?.points ?? []).map(({ code, points: value }) => [code, shown(value)])),
  );
  const [recommends, setRecommends] = useState(bid.sheet?.recommends ?? null);
  const [comment, setComment] = useState(bid.sheet?.comment ?? '');
  const touched = useRef(false);
  const { run } = save;
  useEffect(() => {
    if (!touched.current || handedIn) return;
    const timer = setTimeout(() => {
      touched.current = false;
      const given = seat.criteria.flatMap(({ code }) => {
        const text = (points[code] ?? '').trim();
        return POINTS.test(text) ? [{ code, points: Math.round(Number(text) * 100) }] : [];
      });
      void run({ seatId: seat.id, bidId: bid.bidId, points: given, recommends, comment });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [points, recommends, comment, run, seat.id, handedIn, seat.criteria, bid.bidId]);
  const change = (to: () => void): void => {
    touched.current = true;
    to();
  };
  const total = seat.criteria.reduce((sum, { code }) => sum + (Number(points[code] ?? 0) || 0), 0);
  return (
    <details open={!handedIn}>
      <summary>
        {t.bid(bid.label)} · {t.total} <span className="num">{total.toFixed(2)}</span>
      </summary>
      <div className="stack">
        <BidText bid={bid} />
        <Recusal seat={seat} bid={bid} />
        <ErrorsProvider value={save.failure?.violations ?? []}>
          <fieldset className="stack" disabled={handedIn} style={{ border: 0, padding: 0 }}>
            <legend>{t.sheet}</legend>
            {seat.criteria.map(({ code, name, weight }) => (
              <Field key={code} label={name} path={`points.${code}`} hint={t.points(shown(weight))} required>
                <TextInput
                  inputMode="decimal"
                  value={points[code] ?? ''}
                  onChange={(value) => change(() => setPoints({ ...points, [code]: value }))}
                />
              </Field>
            ))}
            <Field label={t.recommends} path="recommends" group required>
              <RadioButtons
                value={recommends === null ? '' : recommends ? 'yes' : 'no'}
                choices={[
                  { value: 'yes', label: t.yes },
                  { value: 'no', label: t.no },
                ]}
                onChange={(value) => change(() => setRecommends(value === 'yes'))}
              />
            </Field>
            <Field label={t.comment} path="comment" hint={t.commentHint}>
              <TextArea
                value={comment}
                max={3_000}
                rows={3}
                onChange={(value) => change(() => setComment(value))}
              />
            </Field>
          </fieldset>
          <Refusal failure={save.failure} />
        </ErrorsProvider>
      </div>
    </details>
  );
}

/** A tied bid that others judged, before a vote on it. */
export function TiedBid({ bid }: Pick<Props, 'bid'>) {
  const t = useWords(seatWords);
  return (
    <details>
      <summary>
        {t.bid(bid.label)} · {t.toVote}
      </summary>
      <div className="stack">
        <BidText bid={bid} />
      </div>
    </details>
  );
}

/** 方案, without its bidder. */
function BidText({ bid }: Pick<Props, 'bid'>) {
  const t = useWords(seatWords);
  return (
    <>
      <Answers answers={bid.answers} />
      {(['route', 'team', 'schedule', 'price'] as const)
        .filter((part) => bid[part] !== '')
        .map((part) => (
          <div key={part}>
            <h4>{t[part]}</h4>
            <p className="prose">{bid[part]}</p>
          </div>
        ))}
      {bid.files.length > 0 && <h4>{t.files}</h4>}
      {bid.files.map(({ name, url }) => (
        <p key={url}>
          <a href={url}>{name}</a>
        </p>
      ))}
    </>
  );
}

/** A conflict with this bid alone, where members judge some of the bids each. */
function Recusal({ seat, bid }: Props) {
  const t = useWords(seatWords);
  const recuse = useCommand(RecuseFromBidDocument);
  const reason = { label: t.reason, required: true, max: 2_000 };
  return (
    <InlineActions
      available={seat.availableActions.filter(({ action, enabled }) => action === 'recuse' && enabled)}
      specs={{
        recuse: {
          ...{ label: t.recuse, reason, done: t.recused },
          run: (input) =>
            recuse.run({ id: seat.id, expectedVersion: seat.version, bidId: bid.bidId, ...input }),
        },
      }}
    />
  );
}
