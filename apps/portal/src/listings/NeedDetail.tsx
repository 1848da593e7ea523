import type { ReactNode } from 'react';
import { useNameOf } from '../api/city.js';
import { legalDay } from '../design/amounts.js';
import { DataTable } from '../design/DataTable.js';
import { DetailPage, Panel, Section } from '../design/DetailPage.js';
import { Notice } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Term } from '../design/Tip.js';
import { FileLinks } from '../design/UploadList.js';
import { Day, Deadline, MoneyRange, When } from '../design/Values.js';
import type { NeedPageFragment } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { useSay } from '../i18n/say.js';
import { NeedOwner } from './cards.js';
import { detail } from './detailWords.js';
import { Contact, Labels, Modes, Pairs, TextSection } from './parts.js';
import { needStates, needTypes, operators, stateTones, urgencies, visibilities } from './terms.js';
import { listings } from './words.js';

/** A need's contents, for its page and for the review desk. */
export function NeedDetail(props: {
  readonly need: NeedPageFragment;
  readonly crumbs?: readonly { readonly label: string; readonly to: string }[];
  readonly actions?: ReactNode;
  readonly notice?: ReactNode;
  /** Beside the queue of a review. */
  readonly embedded?: boolean;
  readonly children?: ReactNode;
}) {
  const { need } = props;
  const t = useWords(listings);
  const d = useWords(detail);
  const c = useWords(common);
  const states = useWords(needStates);
  const types = useWords(needTypes);
  const urgent = useWords(urgencies);
  const tiers = useWords(visibilities);
  const nameOf = useNameOf();
  return (
    <DetailPage
      title={need.title}
      crumbs={props.crumbs}
      embedded={props.embedded}
      eyebrow={
        <>
          <StatusTag tone={stateTones[need.state]}>{states[need.state]}</StatusTag>
          {need.urgency !== 'NORMAL' && <StatusTag tone="attention">{urgent[need.urgency]}</StatusTag>}
          <span className="num">{need.code}</span>
          {need.publishedAt && (
            <span>
              {t.published} <When at={need.publishedAt} />
            </span>
          )}
        </>
      }
      lead={need.description}
      facts={[
        { label: d.needOwner, value: <NeedOwner need={need} /> },
        { label: t.needType, value: need.needType ? types[need.needType] : c.notStated },
        { label: t.budget, value: <MoneyRange min={need.budgetMin} max={need.budgetMax} /> },
        {
          label: t.neededBy,
          value: need.online ? <Deadline on={need.neededBy} soon={30} /> : <Day on={need.neededBy} />,
        },
        { label: t.mode, value: <Modes modes={need.cooperationModes} /> },
        { label: d.place, value: nameOf('divisions', need.divisionCode, need.divisionName) },
      ]}
      actions={props.actions}
      aside={
        <>
          <Panel title={d.reference}>
            <Pairs
              pairs={[
                [t.cluster, nameOf('clusters', need.cluster, need.clusterName) ?? c.notStated],
                [t.techField, nameOf('techFields', need.techField, need.techFieldName) ?? c.notStated],
                need.ownerScale && [d.scale, need.ownerScale],
                need.keywords.length > 0 && [d.keywords, <Labels key="k" values={need.keywords} />],
                [d.visibility, tiers[need.visibility]],
                [t.expiresOn, <Day key="e" on={need.expiresOn} />],
                need.wantsChallenge && [d.wantsChallenge, c.yes],
                need.myNda && [d.acceptNda, d.ndaAccepted(legalDay(need.myNda.acceptedAt))],
              ]}
            />
          </Panel>
          <Quality need={need} />
          {need.contact && (
            <Panel title={d.contact}>
              <Contact contact={need.contact} />
            </Panel>
          )}
        </>
      }
    >
      {need.stateReason && (
        <Notice tone="amber" icon="warn">
          <strong>{d.stateReason}</strong>
          <p className="prose">{need.stateReason}</p>
        </Notice>
      )}
      {props.notice}
      <Indicators need={need} />
      <TextSection title={d.foundation} text={need.foundation} />
      <TextSection title={d.payment} text={need.payment} />
      {need.attachments && need.attachments.length > 0 && (
        <Section title={d.files}>
          <FileLinks files={need.attachments} />
        </Section>
      )}
      {props.children}
    </DetailPage>
  );
}

function Indicators({ need }: { need: NeedPageFragment }) {
  const d = useWords(detail);
  const signs = useWords(operators);
  if (!need.indicators || need.indicators.length === 0) return null;
  return (
    <Section title={d.indicators}>
      <DataTable
        rows={need.indicators}
        keyOf={(row, index) => `${row.name}:${index}`}
        columns={[
          { key: 'name', title: d.indicator, render: (row) => row.name },
          {
            key: 'target',
            title: d.target,
            render: (row) => (
              <span className="num">
                {row.operator === 'QUALITATIVE' || row.operator === 'RANGE' ? '' : `${signs[row.operator]} `}
                {row.target} {row.unit}
              </span>
            ),
          },
          { key: 'method', title: d.testMethod, render: (row) => row.testMethod },
        ]}
      />
    </Section>
  );
}

function Quality({ need }: { need: NeedPageFragment }) {
  const t = useWords(listings);
  const d = useWords(detail);
  const say = useSay();
  const advice = need.quality.parts.filter((part) => part.advice);
  return (
    <Panel
      title={
        <span className="spread">
          <Term explanation={t.qualityExplanation}>{t.quality}</Term>
          <span className="num">{need.quality.score} / 100</span>
        </span>
      }
    >
      {need.missing && advice.length > 0 && (
        <>
          <span className="quiet">{d.qualityAdvice}</span>
          <ul className="stack" style={{ gap: 4 }}>
            {advice.map((part) => (
              <li key={part.code}>{part.advice && say(part.advice)}</li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
