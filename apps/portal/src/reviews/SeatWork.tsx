import { useState } from 'react';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { ErrorsProvider, Field, RadioButtons, TextArea } from '../design/Field.js';
import { InlineActions } from '../design/InlineActions.js';
import { useKept } from '../design/kept.js';
import { Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import type { ReviewSeatFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import {
  HandInReviewSheetsDocument,
  SignReviewMinutesDocument,
  VoteOnTiedBidsDocument,
  WritePanelOpinionDocument,
} from './seatDocuments.js';
import { seatWords } from './seatWords.js';
import { SheetForm, TiedBid } from './SheetForm.js';

type Seat = ReviewSeatFieldsFragment;
const CAN = { enabled: true, reason: null, violations: [] };

/** What an expert of the panel does: score, hand in, vote where bids are tied, lead, sign. */
export function SeatWork({ seat }: { readonly seat: Seat }) {
  const t = useWords(seatWords);
  const handIn = useCommand(HandInReviewSheetsDocument);
  const sign = useCommand(SignReviewMinutesDocument);
  return (
    <div className="stack">
      {seat.callState === 'QUALIFIED' && <p className="quiet">{t.waits}</p>}
      {seat.callState === 'REVIEWING' && seat.bids.length === 0 && <p className="quiet">{t.noBids}</p>}
      {seat.stage === 'DEFENCE' && seat.callState === 'REVIEWING' && <p className="quiet">{t.defence}</p>}
      {seat.bids.map((bid) =>
        bid.judged ? (
          <SheetForm key={`${bid.bidId}/${seat.stage ?? ''}`} seat={seat} bid={bid} />
        ) : (
          <TiedBid key={bid.bidId} bid={bid} />
        ),
      )}
      {seat.bids.some(({ judged }) => judged) && !seat.handedIn && (
        <InlineActions
          available={[{ ...CAN, action: 'handIn' }]}
          specs={{
            handIn: {
              ...{ label: t.handIn, tone: 'primary', confirm: t.handInAsk, done: t.handedIn },
              run: () => handIn.run({ seatId: seat.id }),
            },
          }}
        />
      )}
      {seat.handedIn && seat.bids.length > 0 && <p>{t.handedIn}</p>}
      {seat.handedIn && seat.bids.length > 0 && !seat.allIn && <p className="quiet">{t.others}</p>}
      {seat.ties.length > 0 && <Vote seat={seat} />}
      {seat.lead && seat.allIn && <Opinion seat={seat} />}
      {seat.minutesUrl != null && (
        <p>
          <a href={seat.minutesUrl}>{t.minutes}</a>
        </p>
      )}
      {seat.minutesSha256 != null && seat.signedAt == null && seat.callState === 'REVIEWED' && (
        <InlineActions
          available={[{ ...CAN, action: 'sign' }]}
          specs={{
            sign: {
              ...{ label: t.sign, tone: 'primary', done: t.signed },
              run: () => sign.run({ seatId: seat.id, sha256: seat.minutesSha256 ?? '' }),
            },
          }}
        />
      )}
      {seat.signedAt != null && <p>{t.signed}</p>}
    </div>
  );
}

function Vote({ seat }: { readonly seat: Seat }) {
  const t = useWords(seatWords);
  const toast = useToast();
  const vote = useCommand(VoteOnTiedBidsDocument);
  const [chosen, setChosen] = useState<Readonly<Record<number, string>>>({});
  if (seat.voted) return <p>{t.voted}</p>;
  const labels = new Map(seat.bids.map(({ bidId, label }) => [bidId, label]));
  const bidIds = seat.ties.flatMap((_, at) => chosen[at] ?? []);
  const send = async (): Promise<void> => {
    if ((await vote.run({ seatId: seat.id, bidIds })).ok) toast(t.voted);
  };
  return (
    <div className="stack">
      {seat.ties.map((group, at) => (
        <Field key={group.join()} label={t.tied} group>
          <RadioButtons
            value={chosen[at] ?? ''}
            choices={group.map((bid) => ({ value: bid, label: t.bid(labels.get(bid) ?? bid) }))}
            onChange={(bid) => setChosen({ ...chosen, [at]: bid })}
          />
        </Field>
      ))}
      <Refusal failure={vote.failure} />
      <Button busy={vote.busy} disabled={bidIds.length < seat.ties.length} onClick={() => void send()}>
        {t.vote}
      </Button>
    </div>
  );
}

function Opinion({ seat }: { readonly seat: Seat }) {
  const t = useWords(seatWords);
  const toast = useToast();
  const write = useCommand(WritePanelOpinionDocument);
  const [opinion, setOpinion] = useKept(`opinion/${seat.id}`, 'opinion', seat.opinion);
  const send = async (): Promise<void> => {
    if ((await write.run({ seatId: seat.id, opinion })).ok) toast(t.saved);
  };
  return (
    <ErrorsProvider value={write.failure?.violations ?? []}>
      <div className="stack">
        <Field label={t.opinion} path="opinion" required>
          <TextArea value={opinion} max={5_000} rows={6} onChange={setOpinion} />
        </Field>
        <Refusal failure={write.failure} />
        <Button busy={write.busy} onClick={() => void send()}>
          {t.opinionSave}
        </Button>
      </div>
    </ErrorsProvider>
  );
}
