import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { Section } from '../design/DetailPage.js';
import { InlineActions } from '../design/InlineActions.js';
import { Loaded } from '../design/Loaded.js';
import { StatusTag } from '../design/StatusTag.js';
import { When } from '../design/Values.js';
import type { BrokerPageFragment, RatingFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { ratingAspects, ratingWords } from '../register/performanceWords.js';
import { RatingFigures } from '../register/RatingFigures.js';
import {
  AnswerBrokerRatingDocument,
  BrokerRatingsDocument,
  HideBrokerRatingDocument,
  ShowBrokerRatingDocument,
} from './ledgerDocuments.js';
import css from './Ratings.module.css';

/** 交易方评价: averages from a number on, and what was said. */
export function RatingsPart({ broker: { id, ratingSummary } }: { readonly broker: BrokerPageFragment }) {
  const t = useWords(ratingWords);
  const [result, ask] = useQuery({
    query: BrokerRatingsDocument,
    variables: { brokerId: id, first: 20 },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Section title={t.title} id="ratings">
      <RatingFigures summary={ratingSummary} />
      <Loaded
        result={result}
        value={result.data?.brokerRatings}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ edges }) =>
          edges.length > 0 && (
            <ul className={css['ratings']}>
              {edges.map(({ node }) => (
                <RatingItem key={node.id} rating={node} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function RatingItem({ rating }: { readonly rating: RatingFieldsFragment }) {
  const t = useWords(ratingWords);
  const aspects = useWords(ratingAspects);
  const answer = useCommand(AnswerBrokerRatingDocument);
  const hide = useCommand(HideBrokerRatingDocument);
  const show = useCommand(ShowBrokerRatingDocument);
  const target = { id: rating.id, expectedVersion: rating.version };
  return (
    <li className={css['rating']}>
      <div className="spread">
        <strong>{rating.raterName || t.anonymous}</strong>
        <span className="row" style={{ gap: 10 }}>
          {rating.state === 'HIDDEN' && <StatusTag tone="refused">{t.hidden}</StatusTag>}
          <span className="quiet">
            <When at={rating.createdAt} />
          </span>
        </span>
      </div>
      <p className="quiet">
        {rating.scores.map(({ aspect, score }) => t.scoreOf(aspects[aspect], score)).join(' · ')}
      </p>
      <p className="prose">{rating.text || <span className="quiet">{t.noText}</span>}</p>
      {rating.deal && (
        <p className="quiet">
          <Link to={`/deals/${rating.deal.id}`}>{rating.deal.title}</Link>{' '}
          <span className="num">{rating.deal.code}</span>
        </p>
      )}
      {rating.hiddenReason && (
        <p className="quiet">
          {t.hiddenReason}：{rating.hiddenReason}
        </p>
      )}
      {rating.answer && (
        <div className={css['answer']}>
          <strong>{t.answered}</strong>
          <p className="prose">{rating.answer}</p>
        </div>
      )}
      <InlineActions
        // An answer is given once: then there is nothing left to press.
        available={rating.availableActions.filter(
          ({ action }) => action !== 'answer' || rating.answer === '',
        )}
        specs={{
          answer: {
            label: t.answer,
            reason: { label: t.answer, path: 'text', hint: t.answerHint, required: true, max: 1000 },
            done: t.acted,
            run: ({ reason }) => answer.run({ ...target, text: reason }),
          },
          hide: {
            label: t.hide,
            tone: 'danger',
            reason: { label: t.reason, path: 'text', hint: t.hideHint, required: true, max: 500 },
            done: t.acted,
            run: ({ reason }) => hide.run({ ...target, text: reason }),
          },
          show: { label: t.show, confirm: t.showAsk, done: t.acted, run: () => show.run(target) },
        }}
      />
    </li>
  );
}
