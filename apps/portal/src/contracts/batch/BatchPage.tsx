import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { ActDialog } from '../../design/ActionRail.js';
import { Button } from '../../design/Button.js';
import { DataTable } from '../../design/DataTable.js';
import { CheckBox } from '../../design/Field.js';
import { Heading } from '../../design/ListPage.js';
import { Loaded } from '../../design/Loaded.js';
import { Empty, Notice } from '../../design/States.js';
import { StatusTag } from '../../design/StatusTag.js';
import { Day, Money } from '../../design/Values.js';
import type { ApprovedContractsQuery } from '../../gql/graphql.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/index.js';
import { useSay } from '../../i18n/say.js';
import { RegistrationNav } from '../offices/RegistrationNav.js';
import { contractWords } from '../words.js';
import { batchWords } from './batchWords.js';
import { useBatch, type Result } from './useBatch.js';

const ApprovedDocument = graphql(`
  query ApprovedContracts {
    registrationQueue(filter: { states: [APPROVED] }, first: 100) {
      totalCount
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          id
          version
          title
          dueOn
          sellers {
            name
          }
          money {
            total
          }
        }
      }
    }
  }
`);
type Entry = ApprovedContractsQuery['registrationQueue']['edges'][number]['node'];

function Outcome({ result }: { result: Result | undefined }) {
  const t = useWords(batchWords);
  const c = useWords(common);
  const say = useSay();
  if (result === undefined) return <>—</>;
  if ('number' in result)
    return (
      <span className="row" style={{ gap: 6 }}>
        <StatusTag tone="good">{t.registered}</StatusTag>
        <span className="mono">{result.number}</span>
      </span>
    );
  return (
    <span>
      <StatusTag tone="refused">{t.failed}</StatusTag> {result.reasons.map(say).join(c.semicolon)}
    </span>
  );
}

function Chooser({ entries, more }: { entries: readonly Entry[]; more: boolean }) {
  const t = useWords(batchWords);
  const c = useWords(contractWords);
  const batch = useBatch();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const done = (id: string): boolean => 'number' in (batch.results.get(id) ?? {});
  const waiting = entries.filter(({ id }) => !done(id));
  const targets = waiting.filter(({ id }) => chosen.has(id));
  const choose = (ids: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    setChosen(next);
  };
  const last = batch.targets.map(({ id }) => id);
  const dealtWith = last.filter((id) => batch.results.has(id)).length;
  return (
    <div className="stack">
      <div className="spread">
        <CheckBox
          checked={waiting.length > 0 && targets.length === waiting.length}
          disabled={batch.running || waiting.length === 0}
          onChange={(on) =>
            choose(
              waiting.map(({ id }) => id),
              on,
            )
          }
        >
          {t.all} · {t.chosen(targets.length)}
        </CheckBox>
        <Button
          tone="primary"
          busy={batch.running}
          disabled={targets.length === 0}
          onClick={() => setAsking(true)}
        >
          {t.register(targets.length)}
        </Button>
      </div>
      {last.length > 0 && (
        <div role="status">
          <Notice>
            {batch.running
              ? t.running(dealtWith, last.length)
              : t.finished(last.filter(done).length, last.length)}
          </Notice>
        </div>
      )}
      {more && <p className="quiet">{t.more}</p>}
      <DataTable
        caption={t.batch}
        rows={entries}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'choose',
            title: '',
            width: '44px',
            render: ({ id, title }) => (
              <CheckBox
                checked={chosen.has(id)}
                disabled={batch.running || done(id)}
                onChange={(on) => choose([id], on)}
              >
                <span className="vh">{t.choose(title)}</span>
              </CheckBox>
            ),
          },
          {
            key: 'title',
            title: t.project,
            render: ({ id, title }) => <Link to={`/contracts/${id}`}>{title || c.untitled}</Link>,
          },
          { key: 'seller', title: t.seller, render: ({ sellers }) => sellers[0]?.name ?? '—' },
          { key: 'total', title: t.total, right: true, render: ({ money }) => <Money fen={money.total} /> },
          { key: 'due', title: t.due, render: ({ dueOn }) => <Day on={dueOn} /> },
          { key: 'result', title: t.result, render: ({ id }) => <Outcome result={batch.results.get(id)} /> },
        ]}
      />
      {asking && (
        <ActDialog
          item={{
            name: 'register',
            available: { action: 'register', enabled: true, reason: null, violations: [] },
            spec: {
              label: t.register(targets.length),
              tone: 'primary',
              confirm: t.confirm(targets.length),
              run: async () => {
                void batch.run(targets);
                return { ok: true, data: null };
              },
            },
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

/** 集中登记: contracts that two persons have reviewed, several at once, each with what became of it. */
export function Component() {
  const t = useWords(batchWords);
  // What was registered meanwhile stays in the list with its result, until the page is opened again.
  const [result, ask] = useQuery({ query: ApprovedDocument, requestPolicy: 'network-only' });
  const queue = result.data?.registrationQueue;
  const [first, setFirst] = useState<typeof queue>(undefined);
  if (queue !== undefined && first === undefined) setFirst(queue);
  return (
    <div className="wrap">
      <Heading title={t.batch} intro={t.intro} />
      <RegistrationNav />
      <div className="stack" style={{ paddingTop: 20 }}>
        <Loaded result={result} value={first} onRetry={() => ask({ requestPolicy: 'network-only' })}>
          {({ edges, pageInfo }) =>
            edges.length === 0 ? (
              <Empty title={t.none}>{t.noneText}</Empty>
            ) : (
              <Chooser entries={edges.map(({ node }) => node)} more={pageInfo.hasNextPage} />
            )
          }
        </Loaded>
      </div>
    </div>
  );
}
