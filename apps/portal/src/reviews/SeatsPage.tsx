import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { Section } from '../design/DetailPage.js';
import { InlineActions } from '../design/InlineActions.js';
import { Heading } from '../design/ListPage.js';
import { LoadedPage } from '../design/Loaded.js';
import { Empty } from '../design/States.js';
import { Label, StatusTag } from '../design/StatusTag.js';
import { useYuanText } from '../design/Values.js';
import type { ReviewSeatFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { useSay } from '../i18n/say.js';
import { AcceptReviewSeatDocument, DeclineReviewSeatDocument, ReviewSeatsDocument } from './seatDocuments.js';
import { SeatWork } from './SeatWork.js';
import { seatWords } from './seatWords.js';

type Seat = ReviewSeatFieldsFragment;

/** 评审任务: what I was drawn for, and what there is to do. */
export function Component() {
  const t = useWords(seatWords);
  const [result, ask] = useQuery({ query: ReviewSeatsDocument, requestPolicy: 'cache-and-network' });
  return (
    <div className="wrap">
      <Heading title={t.title} intro={t.intro} actions={<Button to="/review-credit">{t.credit}</Button>} />
      <LoadedPage
        result={result}
        value={result.data?.reviewSeats}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      >
        {(seats) =>
          seats.length === 0 ? (
            <Empty title={t.none} icon="file">
              {t.noneText}
            </Empty>
          ) : (
            <div className="stack" style={{ gap: 32 }}>
              {seats.map((seat) => (
                <OneSeat key={seat.id} seat={seat} />
              ))}
            </div>
          )
        }
      </LoadedPage>
    </div>
  );
}

const TONES = { INVITED: 'attention', ACCEPTED: 'good', LEFT: 'ended' } as const;

function OneSeat({ seat }: { readonly seat: Seat }) {
  const t = useWords(seatWords);
  const yuan = useYuanText();
  return (
    <Section title={seat.title}>
      <p className="row" style={{ gap: 8 }}>
        <a className="num" href={`/calls/${seat.callId}`}>
          {seat.code}
        </a>
        <StatusTag tone={TONES[seat.state]}>{t.states[seat.state]}</StatusTag>
        {seat.lead && <Label>{t.lead}</Label>}
        {seat.stage && seat.callState === 'REVIEWING' && <Label>{t.stages[seat.stage]}</Label>}
        {seat.state === 'INVITED' && <span>{t.answerBy(seat.answerBy)}</span>}
      </p>
      {seat.state === 'ACCEPTED' &&
        seat.reviewBy != null &&
        seat.callState === 'REVIEWING' &&
        !seat.handedIn && <p>{t.reviewBy(seat.reviewBy)}</p>}
      {seat.fee != null && (
        <p>
          {t.fee(yuan(seat.fee))} {seat.feePaidOn == null ? t.feeWaits : t.feePaid(seat.feePaidOn)}
        </p>
      )}
      <Answer seat={seat} />
      {seat.state === 'ACCEPTED' && <SeatWork seat={seat} />}
    </Section>
  );
}

function Answer({ seat }: { readonly seat: Seat }) {
  const t = useWords(seatWords);
  const say = useSay();
  const accept = useCommand(AcceptReviewSeatDocument);
  const decline = useCommand(DeclineReviewSeatDocument);
  const target = { id: seat.id, expectedVersion: seat.version };
  const reason = { label: t.reason, required: true, max: 2_000 };
  const declining = seat.availableActions.find(({ action }) => action === 'decline');
  if (seat.availableActions.length === 0 || seat.handedIn) return null;
  return (
    <>
      {seat.state === 'INVITED' && (
        <>
          <h3>{t.undertaking}</h3>
          <p className="prose">{say(seat.undertaking)}</p>
        </>
      )}
      <InlineActions
        available={
          declining ? [...seat.availableActions, { ...declining, action: 'conflict' }] : seat.availableActions
        }
        specs={{
          accept: { label: t.accept, tone: 'primary', done: t.accepted, run: () => accept.run(target) },
          conflict: {
            ...{ label: t.conflict, reason, done: t.declined },
            run: (input) => decline.run({ ...target, ...input, conflict: true }),
          },
          decline: {
            ...{ label: t.decline, reason, done: t.declined },
            run: (input) => decline.run({ ...target, ...input, conflict: false }),
          },
        }}
      />
    </>
  );
}
