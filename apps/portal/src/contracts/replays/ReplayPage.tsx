import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { DataTable } from '../../design/DataTable.js';
import { Crumbs, Section } from '../../design/DetailPage.js';
import { Figure, Figures } from '../../design/Figure.js';
import { Heading, Pager } from '../../design/ListPage.js';
import { useListState } from '../../design/listState.js';
import { Loaded } from '../../design/Loaded.js';
import { Progress } from '../../design/Progress.js';
import { Notice } from '../../design/States.js';
import { StatusTag } from '../../design/StatusTag.js';
import { useUntilDone } from '../../design/useUntilDone.js';
import { When } from '../../design/Values.js';
import type { RuleReplayQuery } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { RuleReplayDocument } from './documents.js';
import { replayTones } from './ReplaysPage.js';
import { replayWords } from './replayWords.js';

type Run = NonNullable<RuleReplayQuery['ruleReplay']>;
type Replayed = Run['contracts']['edges'][number]['node'];

const SORTS = ['NUMBER'] as const;

/** One replay: how far it is, and the contracts that would have another outcome. */
export function Component() {
  const t = useWords(replayWords);
  const { id = '' } = useParams();
  const state = useListState(SORTS);
  const [result, ask] = useQuery({
    query: RuleReplayDocument,
    variables: { id, ...state.paging },
    requestPolicy: 'cache-and-network',
  });
  const run = result.data?.ruleReplay;
  const going = run !== undefined && run !== null && run.state !== 'DONE' && run.state !== 'FAILED';
  useUntilDone(going, ask, run?.looked);
  const noneText = ({ state: reached }: Run): string => {
    if (reached === 'FAILED') return t.noneBeforeStop;
    return going ? t.stillLooking : t.noneDifferent;
  };
  return (
    <div className="wrap">
      <Crumbs crumbs={[{ label: t.replays, to: '/registration/replays' }]} />
      <Heading title={run ? t.title(run.ruleSet) : t.replays} />
      <Loaded page result={result} value={run} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(found) => (
          <div className="stack" style={{ gap: 24 }}>
            <Standing run={found} going={going} />
            <Section title={t.contracts}>
              {found.contracts.totalCount === 0 ? (
                <p className="quiet">{noneText(found)}</p>
              ) : (
                <>
                  <Differing rows={found.contracts.edges.map(({ node }) => node)} />
                  <Pager connection={found.contracts} state={state} />
                </>
              )}
            </Section>
          </div>
        )}
      </Loaded>
    </div>
  );
}

function Standing({ run, going }: { run: Run; going: boolean }) {
  const t = useWords(replayWords);
  return (
    <>
      <div className="row">
        <StatusTag tone={replayTones[run.state]}>{t.states[run.state]}</StatusTag>
        <span>{t.scope(run.since ?? null)}</span>
        <span className="quiet">
          {run.requestedByName} · <When at={run.requestedAt} />
        </span>
      </div>
      {run.failure && (
        <Notice tone="amber" icon="warn">
          <p>{t.failures[run.failure]}</p>
          <p className="mono quiet">{run.failure}</p>
        </Notice>
      )}
      {going && <Progress label={t.progress} done={run.looked} of={run.total} />}
      <p className="vh" role="status">
        {t.lookedOf(run.looked, run.total)}
      </p>
      <Figures>
        <Figure label={t.looked} value={run.looked} note={t.lookedOf(run.looked, run.total)} />
        <Figure label={t.different} value={run.different} />
      </Figures>
    </>
  );
}

function Differing({ rows }: { rows: readonly Replayed[] }) {
  const t = useWords(replayWords);
  return (
    <DataTable
      caption={t.contracts}
      rows={rows}
      keyOf={({ contract }) => contract.id}
      columns={[
        {
          key: 'contract',
          title: t.contract,
          render: ({ contract }) => (
            <>
              <Link to={`/contracts/${contract.id}`}>{contract.title}</Link>
              <br />
              <small className="mono">{contract.registrationNumber}</small>
            </>
          ),
        },
        {
          key: 'decided',
          title: t.decided,
          render: ({ decidedUnder, rebuilt }) => (
            <>
              {decidedUnder}
              {rebuilt && (
                <>
                  <br />
                  <small className="quiet">{t.rebuilt}</small>
                </>
              )}
            </>
          ),
        },
        {
          key: 'differences',
          title: t.differences,
          render: ({ differences }) => (
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {differences.map(({ rule, what, why, article }, index) => (
                <li key={`${rule}/${index}`}>
                  <strong>{t.what[what]}</strong> {why} <small className="quiet">{article}</small>{' '}
                  <small className="mono quiet">{rule}</small>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
