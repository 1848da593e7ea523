import { graphql } from '../api/graphql.js';
import { Card } from '../design/Card.js';
import { StatusTag } from '../design/StatusTag.js';
import { Money } from '../design/Values.js';
import type { DisclosureCardFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { cooperationModes } from '../listings/terms.js';
import { disclosureStates, disclosureTones, disclosureWords } from './words.js';

export const DisclosureCardFields = graphql(`
  fragment DisclosureCard on Disclosure {
    id
    code
    state
    organisationName
    resultName
    summary
    conversionMode
    price
    transfereeName
    relatedParty
    startsOn
    endsOn
    days
    dayKind
    daysLeft
    objectionCount
  }
`);

export function DisclosureItem({
  disclosure,
  level,
}: {
  disclosure: DisclosureCardFragment;
  level?: 'h2' | 'h3';
}) {
  const t = useWords(disclosureWords);
  const states = useWords(disclosureStates);
  const modes = useWords(cooperationModes);
  const open = disclosure.state === 'RUNNING' || disclosure.state === 'OBJECTED';
  return (
    <Card
      to={`/disclosures/${disclosure.id}`}
      title={disclosure.resultName}
      level={level}
      text={disclosure.summary}
      corner={<StatusTag tone={disclosureTones[disclosure.state]}>{states[disclosure.state]}</StatusTag>}
      meta={[
        <span key="unit">{disclosure.organisationName}</span>,
        <span key="mode">{modes[disclosure.conversionMode]}</span>,
        <strong key="price">
          <Money fen={disclosure.price} />
        </strong>,
        <span key="period" className="num">
          {t.periodValue(disclosure.startsOn, disclosure.endsOn, disclosure.days, t[disclosure.dayKind])}
        </span>,
        open && <span key="left">{disclosure.daysLeft > 0 ? t.left(disclosure.daysLeft) : t.over}</span>,
        disclosure.objectionCount > 0 && <span key="objections">{t.count(disclosure.objectionCount)}</span>,
      ]}
    />
  );
}
