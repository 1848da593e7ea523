import { useState } from 'react';
import { useLocation, useParams } from 'react-router';
import { useQuery } from 'urql';
import '../api/actions.js';
import { LoadedPage } from '../design/Loaded.js';
import { graphql } from '../api/graphql.js';
import { useViewer } from '../api/viewer.js';
import { ActionRail } from '../design/ActionRail.js';
import { Button } from '../design/Button.js';
import { DetailPage, Section } from '../design/DetailPage.js';
import { Notice } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Money, When } from '../design/Values.js';
import type { DisclosurePageQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { Modes, Pairs } from '../listings/parts.js';
import './DisclosureItem.js';
import { ObjectionDialog } from './ObjectionDialog.js';
import { disclosureStates, disclosureTones, disclosureWords, objectionStates } from './words.js';
import { common } from '../i18n/common.js';

const DisclosurePageDocument = graphql(`
  query DisclosurePage($id: ID!) {
    disclosure(id: $id) {
      ...DisclosureCard
      version
      technical
      royaltyTerms
      relation
      basis
      requiredDays
      requiredDaysSource
      channels
      objectionOffice
      objectionPhone
      completedAt
      annulledReason
      openObjectionCount
      objections {
        id
        state
        name
        reason
        raisedAt
        decision
        decidedAt
      }
      deal {
        id
      }
      availableActions {
        ...ActionFields
      }
    }
  }
`);

type Disclosure = NonNullable<DisclosurePageQuery['disclosure']>;

/** One price disclosure, as it is printed and posted. */
export function DisclosurePage() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({ query: DisclosurePageDocument, variables: { id } });
  return (
    <LoadedPage
      result={result}
      value={result.data?.disclosure}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      cards={2}
    >
      {(disclosure) => <Shown disclosure={disclosure} />}
    </LoadedPage>
  );
}

function Shown({ disclosure }: { disclosure: Disclosure }) {
  const t = useWords(disclosureWords);
  const { list } = useWords(common);
  const states = useWords(disclosureStates);
  const { viewer } = useViewer();
  const { pathname } = useLocation();
  const [objecting, setObjecting] = useState(false);
  const running = disclosure.state === 'RUNNING' || disclosure.state === 'OBJECTED';
  return (
    <DetailPage
      title={disclosure.resultName}
      crumbs={[{ label: t.title, to: '/disclosures' }]}
      eyebrow={
        <>
          <StatusTag tone={disclosureTones[disclosure.state]}>{states[disclosure.state]}</StatusTag>
          <span className="num">{disclosure.code}</span>
          {running && <span>{disclosure.daysLeft > 0 ? t.left(disclosure.daysLeft) : t.over}</span>}
        </>
      }
      lead={disclosure.summary}
      facts={[
        { label: t.unit, value: disclosure.organisationName },
        { label: t.price, value: <Money fen={disclosure.price} /> },
        { label: t.transferee, value: disclosure.transfereeName },
      ]}
      actions={
        <>
          <ActionRail
            available={disclosure.availableActions}
            specs={{ raiseObjection: { label: t.object, tone: 'primary', open: () => setObjecting(true) } }}
            extra={
              <>
                {!viewer && running && (
                  <Button block tone="primary" to={`/sign-in?next=${encodeURIComponent(pathname)}`}>
                    {t.signInToObject}
                  </Button>
                )}
                {disclosure.deal && (
                  <Button block to={`/deals/${disclosure.deal.id}`}>
                    {t.openDeal}
                  </Button>
                )}
              </>
            }
          />
          {objecting && <ObjectionDialog disclosureId={disclosure.id} onClose={() => setObjecting(false)} />}
        </>
      }
    >
      {disclosure.annulledReason && (
        <Notice tone="amber" icon="warn">
          <strong>{t.annulled}</strong>
          <p className="prose">{disclosure.annulledReason}</p>
        </Notice>
      )}
      {disclosure.openObjectionCount > 0 && (
        <Notice tone="amber" icon="warn">
          {t.count(disclosure.openObjectionCount)}。{t.mustDo}
        </Notice>
      )}
      <Section
        title={t.notice}
        extra={
          <Button size="small" onClick={() => print()}>
            {t.print}
          </Button>
        }
      >
        <Pairs
          pairs={[
            [t.mode, <Modes key="m" modes={[disclosure.conversionMode]} />],
            [t.price, <Money key="p" fen={disclosure.price} />],
            [t.technical, <Money key="t" fen={disclosure.technical} />],
            disclosure.royaltyTerms && [t.royalty, disclosure.royaltyTerms],
            [
              t.related,
              disclosure.relatedParty
                ? `${t.relatedYes}${disclosure.relation ? `：${disclosure.relation}` : ''}`
                : t.relatedNo,
            ],
            [
              t.basis,
              <span key="b" className="prose">
                {disclosure.basis}
              </span>,
            ],
            [
              t.period,
              <span key="d" className="num">
                {t.periodValue(
                  disclosure.startsOn,
                  disclosure.endsOn,
                  disclosure.days,
                  t[disclosure.dayKind],
                )}
              </span>,
            ],
            [
              '',
              <span key="r" className="quiet">
                {t.required(disclosure.requiredDays, disclosure.requiredDaysSource)}
              </span>,
            ],
            [t.channels, list(disclosure.channels)],
            [t.office, disclosure.objectionOffice],
            [
              t.phone,
              <span key="ph" className="num">
                {disclosure.objectionPhone}
              </span>,
            ],
          ]}
        />
      </Section>
      {disclosure.objections.length > 0 && <Objections objections={disclosure.objections} />}
    </DetailPage>
  );
}

function Objections({ objections }: { objections: Disclosure['objections'] }) {
  const t = useWords(disclosureWords);
  const states = useWords(objectionStates);
  return (
    <Section title={t.objections}>
      <ul className="stack">
        {objections.map((objection) => (
          <li key={objection.id} className="stack" style={{ gap: 4 }}>
            <span className="row">
              <StatusTag tone={objection.state === 'OPEN' ? 'attention' : 'ended'}>
                {states[objection.state]}
              </StatusTag>
              <span>{objection.name}</span>
              <span className="quiet">
                {t.raised} <When at={objection.raisedAt} />
              </span>
            </span>
            <p className="prose">{objection.reason}</p>
            {objection.decision && (
              <p className="prose">
                <strong>{t.decision}</strong> {objection.decision}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export { DisclosurePage as Component };
