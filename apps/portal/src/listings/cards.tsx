import { useNameOf } from '../api/city.js';
import { graphql } from '../api/graphql.js';
import { Card } from '../design/Card.js';
import { Label, StatusTag } from '../design/StatusTag.js';
import { Tip } from '../design/Tip.js';
import { Day, MoneyRange, When } from '../design/Values.js';
import type { NeedCardFragment, ResultCardFragment } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import {
  cooperationModes,
  needStates,
  needTypes,
  priceModes,
  resultStates,
  stateTones,
  urgencies,
} from './terms.js';
import { Marked, type Highlights } from '../searches/Found.js';
import { listings } from './words.js';

export const ResultCardFields = graphql(`
  fragment ResultCard on Result {
    id
    code
    title
    summary
    state
    ownerName
    divisionCode
    divisionName
    cluster
    clusterName
    trl
    trlName
    keywords
    cooperationModes
    priceMode
    priceMin
    priceMax
    publishedAt
  }
`);

export const NeedCardFields = graphql(`
  fragment NeedCard on Need {
    id
    code
    title
    description
    state
    ownerName
    anonymous
    divisionCode
    divisionName
    cluster
    clusterName
    needType
    urgency
    keywords
    cooperationModes
    budgetNegotiable
    budgetMin
    budgetMax
    neededBy
    publishedAt
  }
`);

/** The price as the owner offers it: an amount where one is given, otherwise the way it is found. */
export function Price({
  result,
}: {
  result: { readonly [field in 'priceMode' | 'priceMin' | 'priceMax']?: ResultCardFragment[field] | null };
}) {
  const c = useWords(common);
  const modes = useWords(priceModes);
  const given = (result.priceMin ?? null) !== null || (result.priceMax ?? null) !== null;
  if (given) return <MoneyRange min={result.priceMin} max={result.priceMax} />;
  return <span>{result.priceMode ? modes[result.priceMode] : c.notStated}</span>;
}

/** A need's owner, or that it chose to stay unnamed. */
export function NeedOwner({ need }: { need: Pick<NeedCardFragment, 'ownerName' | 'anonymous'> }) {
  const t = useWords(listings);
  if (need.ownerName) return <>{need.ownerName}</>;
  return (
    <Tip text={t.anonymousExplanation} dotted>
      {t.anonymousOwner}
    </Tip>
  );
}

const LABELS = 4;

export function ResultItem({
  result,
  level,
  highlights,
}: {
  result: ResultCardFragment;
  level?: 'h2' | 'h3';
  /** What was looked for, marked. */
  highlights?: Highlights;
}) {
  const t = useWords(listings);
  const modes = useWords(cooperationModes);
  const states = useWords(resultStates);
  const nameOf = useNameOf();
  return (
    <Card
      to={`/results/${result.id}`}
      title={<Marked text={result.title} field="title" in={highlights} />}
      level={level}
      text={<Marked text={result.summary} field="summary" in={highlights} />}
      corner={
        result.state !== 'ONLINE' && (
          <StatusTag tone={stateTones[result.state]}>{states[result.state]}</StatusTag>
        )
      }
      labels={
        <>
          {result.clusterName && <Label>{nameOf('clusters', result.cluster, result.clusterName)}</Label>}
          {result.trl && (
            <Label>{`${t.trlTerm} ${t.trl(result.trl, nameOf('trlLevels', result.trl, result.trlName))}`}</Label>
          )}
          {result.cooperationModes.slice(0, LABELS).map((mode) => (
            <Label key={mode}>{modes[mode]}</Label>
          ))}
        </>
      }
      meta={[
        <span key="owner">{result.ownerName}</span>,
        <span key="place">{nameOf('divisions', result.divisionCode, result.divisionName)}</span>,
        <strong key="price">
          <Price result={result} />
        </strong>,
        result.publishedAt && (
          <span key="at">
            {t.published} <When at={result.publishedAt} />
          </span>
        ),
      ]}
    />
  );
}

export function NeedItem({
  need,
  level,
  highlights,
}: {
  need: NeedCardFragment;
  level?: 'h2' | 'h3';
  /** What was looked for, marked. */
  highlights?: Highlights;
}) {
  const t = useWords(listings);
  const types = useWords(needTypes);
  const states = useWords(needStates);
  const urgent = useWords(urgencies);
  const nameOf = useNameOf();
  return (
    <Card
      to={`/needs/${need.id}`}
      title={<Marked text={need.title} field="title" in={highlights} />}
      level={level}
      text={<Marked text={need.description} field="summary" in={highlights} />}
      corner={
        need.state !== 'ONLINE' ? (
          <StatusTag tone={stateTones[need.state]}>{states[need.state]}</StatusTag>
        ) : (
          need.urgency !== 'NORMAL' && <StatusTag tone="attention">{urgent[need.urgency]}</StatusTag>
        )
      }
      labels={
        <>
          {need.needType && <Label>{types[need.needType]}</Label>}
          {need.clusterName && <Label>{nameOf('clusters', need.cluster, need.clusterName)}</Label>}
          {need.keywords.slice(0, LABELS).map((keyword) => (
            <Label key={keyword}>{keyword}</Label>
          ))}
        </>
      }
      meta={[
        <span key="owner">
          <NeedOwner need={need} />
        </span>,
        <span key="place">{nameOf('divisions', need.divisionCode, need.divisionName)}</span>,
        <span key="budget">
          {t.budget}{' '}
          <strong>
            <MoneyRange min={need.budgetMin} max={need.budgetMax} />
          </strong>
        </span>,
        need.neededBy && (
          <span key="by">
            {t.neededBy} <Day on={need.neededBy} />
          </span>
        ),
      ]}
    />
  );
}
