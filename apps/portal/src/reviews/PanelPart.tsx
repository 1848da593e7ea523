import { useCommand } from '../api/command.js';
import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import type { Choice } from '../design/Field.js';
import { InlineActions } from '../design/InlineActions.js';
import { Label, StatusTag } from '../design/StatusTag.js';
import { Day } from '../design/Values.js';
import type { CallReviewFieldsFragment } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { DeclareReviewerAbsentDocument, RecordReviewConflictDocument } from './documents.js';
import { FormerNames } from './FormerNames.js';
import { RecuseForm } from './RecuseForm.js';
import { seatWords } from './seatWords.js';
import { reviewWords } from './words.js';

type Review = CallReviewFieldsFragment;

/** 专家评审: the panel's board while it runs, and what it came to. */
export function PanelPart({
  review,
  bids,
  apart,
}: {
  readonly review: Review;
  /** The bids under review, for who records a conflict with one of them. */
  readonly bids: readonly Choice[];
  /** Members judge some of the bids each. */
  readonly apart: boolean;
}) {
  const t = useWords(reviewWords);
  const { bid: named } = useWords(seatWords);
  const { list } = useWords(common);
  const { panel, standings, decisionDocument } = review;
  if (panel.length === 0 && standings.length === 0) return null;
  return (
    <Section title={t.review} id="review">
      {panel.length > 0 && (
        <>
          {review.stage && <p>{t.stages[review.stage]}</p>}
          {review.stage === 'DEFENCE' && (
            <p>
              {review.advanced.length === 0 ? t.nobodyAdvanced : t.advanced(list(review.advanced.map(named)))}
            </p>
          )}
          <p>{t.board(review.accepted, review.seats, review.handedIn)}</p>
          {standings.length === 0 && <p className="quiet">{t.sealedUntil}</p>}
          {apart && standings.length === 0 && <p className="quiet">{t.apart}</p>}
          <Board panel={panel} bids={bids} />
        </>
      )}
      {review.ties > 0 && <p>{t.ties(review.ties)}</p>}
      {standings.length > 0 && <Results standings={standings} />}
      {review.formerNames.length > 0 && <FormerNames names={review.formerNames} />}
      {review.siteChecks.length > 0 && (
        <>
          <h3>{t.siteCheck}</h3>
          {review.siteChecks.map(({ bidId, day, people, findings, confirmed }, at) => (
            <p key={`${bidId}.${at}`} className="prose">
              {standings.find((one) => one.bidId === bidId)?.organisationName} · <Day on={day} /> · {people} ·{' '}
              <StatusTag tone={confirmed ? 'good' : 'refused'}>
                {confirmed ? t.siteConfirmed : t.siteDoubtful}
              </StatusTag>{' '}
              {findings}
            </p>
          ))}
        </>
      )}
      {review.opinion !== '' && (
        <>
          <h3>{t.opinion}</h3>
          <p className="prose">{review.opinion}</p>
        </>
      )}
      {review.minutesUrl != null && (
        <p>
          <a href={review.minutesUrl}>{t.minutes}</a>
        </p>
      )}
      {decisionDocument != null && (
        <p>
          {t.decision} · {decisionDocument} · <Day on={review.decisionDay} />
        </p>
      )}
      {review.decisionOpinion != null && review.decisionOpinion !== '' && (
        <p className="prose">{review.decisionOpinion}</p>
      )}
    </Section>
  );
}

const pointsOf = (points: number | null | undefined): string =>
  points == null ? '—' : (points / 100).toFixed(2);

const TONES = { INVITED: 'attention', ACCEPTED: 'good', LEFT: 'ended' } as const;

function Board({ panel, bids }: { readonly panel: Review['panel']; readonly bids: readonly Choice[] }) {
  const t = useWords(reviewWords);
  const strata: Readonly<Record<string, string>> = t.strata;
  return (
    <DataTable
      caption={t.review}
      rows={panel}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'member',
          title: t.member,
          render: ({ name, unitName, lead }) => (
            <>
              {name ?? <span className="quiet">{t.sealedName}</span>} {lead && <Label>{t.lead}</Label>}
              {unitName != null && unitName !== '' && <div className="quiet">{unitName}</div>}
            </>
          ),
        },
        { key: 'stratum', title: t.stratum, render: ({ stratum }) => strata[stratum] ?? stratum },
        {
          key: 'state',
          title: t.state,
          render: (seat) => (
            <>
              <StatusTag tone={TONES[seat.state]}>{t.seatStates[seat.state]}</StatusTag>
              {seat.state === 'INVITED' && <div className="quiet">{t.answerBy(seat.answerBy)}</div>}
              {seat.state === 'ACCEPTED' && seat.reviewBy != null && !seat.handedIn && (
                <div className="quiet">{t.reviewBy(seat.reviewBy)}</div>
              )}
              {seat.handedIn && <div>{t.handedIn}</div>}
              {seat.signed && <div>{t.signed}</div>}
              {seat.reason !== '' && <div className="quiet">{seat.reason}</div>}
            </>
          ),
        },
        { key: 'acts', title: '', render: (seat) => <SeatActions seat={seat} bids={bids} /> },
      ]}
    />
  );
}

function SeatActions({
  seat,
  bids,
}: {
  readonly seat: Review['panel'][number];
  readonly bids: readonly Choice[];
}) {
  const t = useWords(reviewWords);
  const absent = useCommand(DeclareReviewerAbsentDocument);
  const conflict = useCommand(RecordReviewConflictDocument);
  const target = { id: seat.id, expectedVersion: seat.version };
  const reason = { label: t.leaveReason, required: true, max: 2_000 };
  const available = seat.availableActions.filter(({ enabled }) => enabled);
  const conflicts = available.filter(
    ({ action }) => action === 'recordConflict' && seat.state === 'ACCEPTED',
  );
  return (
    <>
      <InlineActions
        available={[...available, ...conflicts.map((one) => ({ ...one, action: 'concealed' }))]}
        specs={{
          declareAbsent: {
            ...{ label: t.absent, reason, done: t.left },
            run: (input) => absent.run({ ...target, ...input }),
          },
          recordConflict: {
            ...{ label: t.conflict, reason, done: t.left },
            run: (input) => conflict.run({ ...target, ...input }),
          },
          concealed: {
            ...{ label: t.concealed, reason, done: t.left },
            run: (input) => conflict.run({ ...target, ...input, concealed: true }),
          },
        }}
      />
      {available.some(({ action }) => action === 'recuse') && <RecuseForm seat={seat} bids={bids} />}
    </>
  );
}

function Results({ standings }: { readonly standings: Review['standings'] }) {
  const t = useWords(reviewWords);
  const { list } = useWords(common);
  const outcomes: Readonly<Record<string, string>> = t.outcomes;
  return (
    <DataTable
      caption={t.standings}
      rows={standings}
      keyOf={({ bidId }) => bidId}
      columns={[
        { key: 'place', title: t.place, render: ({ place }) => <span className="num">{place ?? '—'}</span> },
        {
          key: 'bid',
          title: t.bid,
          render: ({ organisationName, label, awarded, lapsed, byLot, deviating }) => (
            <>
              {organisationName ?? label}{' '}
              {lapsed ? <Label>{t.lapsed}</Label> : awarded && <Label>{t.awarded}</Label>}
              {byLot && <div className="quiet">{t.byLot}</div>}
              {deviating.length > 0 && <div className="quiet">{t.deviating(list(deviating))}</div>}
            </>
          ),
        },
        {
          key: 'score',
          title: t.score,
          right: true,
          render: ({ score, written, defence }) => (
            <>
              <span className="num">{pointsOf(score)}</span>
              {written != null && <div className="quiet">{t.both(pointsOf(written), pointsOf(defence))}</div>}
            </>
          ),
        },
        {
          key: 'recommended',
          title: t.recommended,
          right: true,
          render: ({ recommended, sheets }) => (
            <span className="num">
              {recommended}/{sheets}
            </span>
          ),
        },
        { key: 'outcome', title: t.outcome, render: ({ outcome }) => outcomes[outcome] ?? outcome },
      ]}
    />
  );
}
