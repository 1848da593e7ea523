import type { ReactNode } from 'react';
import { useNameOf } from '../api/city.js';
import { DataTable } from '../design/DataTable.js';
import { DetailPage, Panel, Section } from '../design/DetailPage.js';
import { StatusTag } from '../design/StatusTag.js';
import { Notice } from '../design/States.js';
import { Term } from '../design/Tip.js';
import { FileLinks } from '../design/UploadList.js';
import { Day, Money, When } from '../design/Values.js';
import { legalDay } from '../design/amounts.js';
import type { ResultPageFragment } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { Price } from './cards.js';
import { detail } from './detailWords.js';
import { Contact, Labels, Modes, Pairs, TextSection } from './parts.js';
import { RightsTable } from './RightsTable.js';
import { awardKinds, resultStates, stateTones, visibilities } from './terms.js';
import { listings } from './words.js';

/** A result's contents, for its page and for the review desk. */
export function ResultDetail(props: {
  readonly result: ResultPageFragment;
  readonly crumbs?: readonly { readonly label: string; readonly to: string }[];
  readonly actions?: ReactNode;
  readonly notice?: ReactNode;
  /** Beside the queue of a review. */
  readonly embedded?: boolean;
  readonly children?: ReactNode;
}) {
  const { result } = props;
  const t = useWords(listings);
  const d = useWords(detail);
  const c = useWords(common);
  const states = useWords(resultStates);
  const tiers = useWords(visibilities);
  const nameOf = useNameOf();
  const yesNo = (value: boolean | null | undefined): string =>
    value === null || value === undefined ? c.notStated : value ? c.yes : c.no;
  return (
    <DetailPage
      title={result.title}
      crumbs={props.crumbs}
      embedded={props.embedded}
      eyebrow={
        <>
          <StatusTag tone={stateTones[result.state]}>{states[result.state]}</StatusTag>
          <span className="num">{result.code}</span>
          {result.publishedAt && (
            <span>
              {t.published} <When at={result.publishedAt} />
            </span>
          )}
          {result.registeredContracts > 0 && <span>{d.registered(result.registeredContracts)}</span>}
        </>
      }
      lead={result.summary}
      facts={[
        { label: d.owner, value: result.ownerName },
        { label: t.mode, value: <Modes modes={result.cooperationModes} /> },
        { label: t.price, value: <Price result={result} /> },
        {
          label: <Term explanation={t.trlExplanation}>{t.trlTerm}</Term>,
          value: result.trl
            ? t.trl(result.trl, nameOf('trlLevels', result.trl, result.trlName))
            : c.notStated,
        },
        { label: t.cluster, value: nameOf('clusters', result.cluster, result.clusterName) ?? c.notStated },
        { label: d.place, value: nameOf('divisions', result.divisionCode, result.divisionName) },
      ]}
      actions={props.actions}
      aside={
        <>
          <Panel title={d.reference}>
            <Pairs
              pairs={[
                [t.techField, nameOf('techFields', result.techField, result.techFieldName) ?? c.notStated],
                result.keywords.length > 0 && [d.keywords, <Labels key="k" values={result.keywords} />],
                result.ipc.length > 0 && [d.ipc, c.list(result.ipc)],
                [d.visibility, tiers[result.visibility]],
                [t.expiresOn, <Day key="e" on={result.expiresOn} />],
                result.priceDisclosureRequired && [
                  <Term key="t" explanation={d.disclosureExplanation}>
                    {d.disclosureRequired}
                  </Term>,
                  c.yes,
                ],
                result.myNda && [d.acceptNda, d.ndaAccepted(legalDay(result.myNda.acceptedAt))],
              ]}
            />
          </Panel>
          {result.contact && (
            <Panel title={d.contact}>
              <Contact contact={result.contact} />
            </Panel>
          )}
        </>
      }
    >
      {result.stateReason && (
        <Notice tone="amber" icon="warn">
          <strong>{d.stateReason}</strong>
          <p className="prose">{result.stateReason}</p>
        </Notice>
      )}
      {props.notice}
      <TextSection title={d.keyPoints} text={result.keyPoints} />
      <TextSection title={d.problem} text={result.problem} />
      <TextSection title={d.innovation} text={result.innovation} />
      {result.comparison && result.comparison.length > 0 && (
        <Section title={d.comparison}>
          <DataTable
            rows={result.comparison}
            keyOf={(row, index) => `${row.indicator}:${index}`}
            columns={[
              { key: 'indicator', title: d.indicator, render: (row) => row.indicator },
              { key: 'ours', title: d.ours, render: (row) => <strong>{row.ours}</strong> },
              { key: 'peers', title: d.peers, render: (row) => row.peers },
              { key: 'basis', title: d.basis, render: (row) => row.basis },
            ]}
          />
        </Section>
      )}
      {(result.applicationFields.length > 0 || result.scenes) && (
        <Section title={d.application}>
          <Labels values={result.applicationFields} />
          {result.scenes && <p className="prose">{result.scenes}</p>}
        </Section>
      )}
      {result.ipRights && result.ipRights.length > 0 && (
        <Section title={d.ip}>
          <RightsTable rights={result.ipRights} registered={result.patents} />
        </Section>
      )}
      <TextSection title={d.trlEvidence} text={result.trlEvidence} />
      <Awards result={result} />
      {(result.conditions || result.expectedBenefit || result.investment) && (
        <Section title={d.transfer}>
          <Pairs
            pairs={[
              result.conditions && [
                d.conditions,
                <span key="c" className="prose">
                  {result.conditions}
                </span>,
              ],
              result.investment !== null &&
                result.investment !== undefined && [d.investment, <Money key="i" fen={result.investment} />],
              result.expectedBenefit && [
                d.benefit,
                <span key="b" className="prose">
                  {result.expectedBenefit}
                </span>,
              ],
            ]}
          />
        </Section>
      )}
      <TextSection title={d.cases} text={result.cases} />
      <Media result={result} />
      {result.team && result.team.length > 0 && (
        <Section title={d.team}>
          <ul className="row">
            {result.team.map((member, index) => (
              <li key={index}>
                <strong>{member.name}</strong>{' '}
                <span className="quiet">{[member.title, member.role].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {(result.planName || result.serviceInvention !== null || result.stateFunded !== null) && (
        <Section title={d.source}>
          <Pairs
            pairs={[
              result.planName && [d.planName, result.planName],
              [d.serviceInvention, yesNo(result.serviceInvention)],
              [d.stateFunded, yesNo(result.stateFunded)],
              [d.stateOwned, yesNo(result.stateOwned)],
            ]}
          />
        </Section>
      )}
      {result.attachments && result.attachments.length > 0 && (
        <Section title={d.files}>
          <FileLinks files={result.attachments} />
        </Section>
      )}
      {props.children}
    </DetailPage>
  );
}

function Media({ result }: { result: ResultPageFragment }) {
  const d = useWords(detail);
  if (!result.media || result.media.length === 0) return null;
  return (
    <Section title={d.media}>
      <ul>
        {result.media.map((report, index) => (
          <li key={index}>
            {report.url ? (
              <a href={report.url} target="_blank" rel="noreferrer nofollow">
                {report.title}
              </a>
            ) : (
              report.title
            )}{' '}
            <span className="quiet">
              {report.outlet} {report.publishedOn && <Day on={report.publishedOn} />}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Awards({ result }: { result: ResultPageFragment }) {
  const d = useWords(detail);
  const kinds = useWords(awardKinds);
  if (!result.awards || result.awards.length === 0) return null;
  return (
    <Section title={d.proof}>
      <DataTable
        rows={result.awards}
        keyOf={(row, index) => `${row.name}:${index}`}
        columns={[
          { key: 'kind', title: d.proofKind, render: (row) => kinds[row.kind] },
          { key: 'name', title: d.ipTitle, render: (row) => row.name },
          { key: 'issuer', title: d.issuer, render: (row) => row.issuer },
          { key: 'date', title: d.date, render: (row) => <Day on={row.issuedOn} /> },
        ]}
      />
    </Section>
  );
}
