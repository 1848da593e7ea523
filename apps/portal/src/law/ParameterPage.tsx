import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { ActionRail } from '../design/ActionRail.js';
import { DataTable } from '../design/DataTable.js';
import { DetailPage, Section } from '../design/DetailPage.js';
import { InlineActions } from '../design/InlineActions.js';
import { Loaded } from '../design/Loaded.js';
import { StatusTag } from '../design/StatusTag.js';
import { Two } from '../design/Two.js';
import { Timeline } from '../design/Timeline.js';
import { Day, When } from '../design/Values.js';
import type { LawParameterQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { ParameterDocument, WithdrawVersionDocument } from './documents.js';
import { EnterVersionForm } from './EnterVersionForm.js';
import { ParameterValue, standingTones, type Parameter, type ParameterVersion } from './parts.js';
import { useParameterTitle } from './useParameterTitle.js';
import { lawActs, lawDomains, lawWords } from './words.js';

type WholeParameter = NonNullable<LawParameterQuery['lawParameter']>;

function Withdraw({ parameter, version }: { parameter: Parameter; version: ParameterVersion }) {
  const t = useWords(lawWords);
  const withdraw = useCommand(WithdrawVersionDocument);
  return (
    <InlineActions
      available={version.availableActions}
      specs={{
        withdraw: {
          label: t.withdraw,
          tone: 'danger',
          reason: { label: t.withdrawReason, required: true, max: 500 },
          done: t.withdrawn,
          run: ({ reason }) =>
            withdraw.run({
              parameter: parameter.id,
              expectedVersion: parameter.version,
              versionId: version.id,
              reason,
            }),
        },
      }}
    />
  );
}

function Versions({ parameter }: { parameter: Parameter }) {
  const t = useWords(lawWords);
  return (
    <DataTable
      caption={t.versions}
      rows={parameter.versions}
      keyOf={(version) => version.id}
      columns={[
        {
          key: 'standing',
          title: t.columns.standing,
          render: (version) => (
            <StatusTag tone={standingTones[version.standing]}>{t.standings[version.standing]}</StatusTag>
          ),
        },
        {
          key: 'value',
          title: t.value,
          render: (version) => (
            <strong>
              <ParameterValue parameter={parameter} value={version.value} />
            </strong>
          ),
        },
        {
          key: 'from',
          title: t.from,
          render: (version) => (
            <Two under={version.effectiveTo && t.until(version.effectiveTo)}>
              <Day on={version.effectiveFrom} />
            </Two>
          ),
        },
        {
          key: 'source',
          title: t.source,
          render: (version) => (
            <Two under={version.note}>
              <span>{version.source}</span>
            </Two>
          ),
        },
        {
          key: 'entered',
          title: t.columns.entered,
          render: (version) =>
            version.enteredAt ? (
              <Two under={<When at={version.enteredAt} />}>
                <span>{version.enteredBy?.displayName ?? '—'}</span>
              </Two>
            ) : (
              <span className="quiet">{t.released}</span>
            ),
        },
        { key: 'act', title: '', render: (version) => <Withdraw parameter={parameter} version={version} /> },
      ]}
    />
  );
}

function View({ parameter }: { parameter: WholeParameter }) {
  const t = useWords(lawWords);
  const titleOf = useParameterTitle();
  const domains = useWords(lawDomains);
  const acts = useWords(lawActs);
  const [entering, setEntering] = useState(false);
  const { current } = parameter;
  return (
    <DetailPage
      title={titleOf(parameter)}
      crumbs={[{ label: t.parameters, to: '/admin/parameters' }]}
      eyebrow={<span>{domains[parameter.domain] ?? parameter.domain}</span>}
      facts={[
        {
          label: t.columns.value,
          value: current ? <ParameterValue parameter={parameter} value={current.value} /> : '—',
        },
        { label: t.columns.since, value: <Day on={current?.effectiveFrom} /> },
        { label: t.columns.source, value: current?.source ?? '—' },
        ...(parameter.choices.length > 0
          ? []
          : [
              {
                label: t.bounds,
                value: (
                  <>
                    <ParameterValue parameter={parameter} value={parameter.minimum} /> –{' '}
                    <ParameterValue parameter={parameter} value={parameter.maximum} />
                  </>
                ),
              },
            ]),
        { label: t.name, value: <span className="mono">{parameter.id}</span> },
      ]}
      actions={
        <ActionRail
          available={parameter.availableActions}
          specs={{ enter: { label: t.enter, tone: 'primary', open: () => setEntering(true) } }}
        />
      }
    >
      <Section title={t.versions} id="versions">
        <Versions parameter={parameter} />
      </Section>
      <Section title={t.history} id="history">
        <Timeline entries={parameter.timeline} nameOf={(action) => acts[action] ?? action} />
      </Section>
      {entering && <EnterVersionForm parameter={parameter} onClose={() => setEntering(false)} />}
    </DetailPage>
  );
}

/** One parameter with all its versions and who entered them. */
export function Component() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({
    query: ParameterDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const parameter = result.data?.lawParameter;
  return (
    <div className={parameter ? undefined : 'wrap'}>
      <Loaded page result={result} value={parameter} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(found) => <View parameter={found} />}
      </Loaded>
    </div>
  );
}
