import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useNameOf } from '../api/city.js';
import { useCommand } from '../api/command.js';
import { contractLabels, useKindName } from '../contracts/labels.js';
import { ActionRail, type ActionSpec } from '../design/ActionRail.js';
import { DetailPage, Section, type Fact } from '../design/DetailPage.js';
import { Loaded } from '../design/Loaded.js';
import { Notice } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { FileLinks } from '../design/UploadList.js';
import { Day, Money, When } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { useNoted } from '../i18n/say.js';
import {
  ExpertReviewDocument,
  GiveExpertOpinionDocument,
  RecuseFromExpertReviewDocument,
  UndertakeExpertReviewDocument,
} from './documents.js';
import { reviewTones, type ExpertReview } from './types.js';
import { expertReviewWords } from './words.js';
import { common } from '../i18n/common.js';

/** One contract as an expert of its panel sees it. */
export function Component() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({
    query: ExpertReviewDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const review = result.data?.expertReview;
  return (
    <div className={review ? undefined : 'wrap'}>
      <Loaded page result={result} value={review} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(found) => <ReviewView key={found.id} review={found} />}
      </Loaded>
    </div>
  );
}

function useFacts({ papers, ...review }: ExpertReview): Fact[] {
  const t = useWords(expertReviewWords);
  const { list } = useWords(common);
  const nameOf = useNameOf();
  const kindOf = useKindName();
  const facts: Fact[] = [];
  const named = (label: string, names: readonly string[]): void => {
    if (names.length > 0) facts.push({ label, value: list(names) });
  };
  named(t.seller, review.sellerNames);
  named(t.buyer, review.buyerNames);
  named(t.broker, review.brokerNames);
  if (review.answerBy) facts.push({ label: t.answerBy, value: <Day on={review.answerBy} /> });
  if (review.undertakenOn) facts.push({ label: t.undertakenOn, value: <Day on={review.undertakenOn} /> });
  if (papers) {
    facts.push(
      { label: t.class, value: kindOf(papers) || '—' },
      { label: t.field, value: nameOf('techFields', papers.techField, papers.techFieldName) ?? '—' },
      { label: t.signedOn, value: <Day on={papers.signedOn} /> },
      { label: t.total, value: <Money fen={papers.total} /> },
      { label: t.technical, value: <Money fen={papers.technical} /> },
    );
  }
  return facts;
}

/** 出具意见 is done in one of two ways. */
const inTwoWays = (available: ExpertReview['availableActions']): ExpertReview['availableActions'] =>
  available.flatMap((entry) =>
    entry.action === 'giveOpinion'
      ? [
          { ...entry, action: 'favour' },
          { ...entry, action: 'oppose' },
        ]
      : [entry],
  );

function ReviewView({ review }: { review: ExpertReview }) {
  const t = useWords(expertReviewWords);
  const facts = useFacts(review);
  const undertake = useCommand(UndertakeExpertReviewDocument);
  const recuse = useCommand(RecuseFromExpertReviewDocument);
  const give = useCommand(GiveExpertOpinionDocument);
  const at = { id: review.id, expectedVersion: review.version };
  const opinion = (favourable: boolean): Partial<ActionSpec> => ({
    confirm: t.opinionAsk,
    reason: { label: t.opinion, hint: t.opinionHint, required: true, max: 2000, path: 'opinion' },
    run: ({ reason }) => give.run({ ...at, favourable, opinion: reason }),
    done: t.signed,
  });
  return (
    <DetailPage
      title={review.title}
      crumbs={[{ label: t.title, to: '/expert-reviews' }]}
      eyebrow={
        <>
          <StatusTag tone={reviewTones[review.state]}>{t.states[review.state]}</StatusTag>
          <span>{review.registryName}</span>
          {review.acceptanceNumber && <span className="num">{review.acceptanceNumber}</span>}
        </>
      }
      facts={facts}
      actions={
        <ActionRail
          available={inTwoWays(review.availableActions)}
          specs={{
            undertake: {
              label: t.undertake,
              tone: 'primary',
              confirm: (
                <ul>
                  <li>{t.confidential}</li>
                  <li>{t.noStake}</li>
                </ul>
              ),
              run: () => undertake.run({ ...at, confidential: true, noStake: true }),
              done: t.undertaken,
            },
            favour: { label: t.favour, tone: 'primary', ...opinion(true) },
            oppose: { label: t.oppose, ...opinion(false) },
            recuse: {
              label: t.recuse,
              tone: 'danger',
              confirm: t.recuseConfirm,
              reason: { label: t.recuseReason, required: true, max: 500 },
              run: ({ reason }) => recuse.run({ ...at, reason }),
              done: t.recusedDone,
            },
          }}
        />
      }
    >
      <Standing review={review} />
      <Papers review={review} />
      {review.favourable != null && (
        <Section title={t.mine} id="opinion">
          <p className="row">
            <StatusTag tone={review.favourable ? 'good' : 'refused'}>
              {review.favourable ? t.favourable : t.against}
            </StatusTag>
            {review.signedAt && (
              <span className="quiet">
                {t.signedAt} <When at={review.signedAt} />
              </span>
            )}
          </p>
          <p className="prose">{review.opinion}</p>
        </Section>
      )}
    </DetailPage>
  );
}

/** What the expert is to do next, or why there is nothing to do. */
function Standing({ review }: { review: ExpertReview }) {
  const t = useWords(expertReviewWords);
  const noted = useNoted();
  if (review.state === 'RECUSED')
    return (
      <Notice tone="amber" icon="warn">
        {t.recused} {review.recusal && noted(review.recusal)}
      </Notice>
    );
  if (!review.open) return <Notice tone="plain">{t.ended}</Notice>;
  return review.state === 'JOINED' ? <Notice tone="plain">{t.shut}</Notice> : null;
}

function Papers({ review }: { review: ExpertReview }) {
  const t = useWords(expertReviewWords);
  const labels = useWords(contractLabels);
  if (!review.papers) return null;
  const kinds = [...new Set(review.files.map(({ kind }) => kind))];
  return (
    <>
      {review.papers.summary && (
        <Section title={t.summary} id="summary">
          <p className="prose">{review.papers.summary}</p>
        </Section>
      )}
      <Section title={t.files} id="files">
        <p className="quiet">{kinds.length === 0 ? t.noFiles : t.filesText}</p>
        {kinds.map((kind) => (
          <div key={kind}>
            <h3>{labels.file[kind]}</h3>
            <FileLinks files={review.files.filter((file) => file.kind === kind)} />
          </div>
        ))}
      </Section>
    </>
  );
}
