import { Link, Outlet, useParams } from 'react-router';
import { useQuery } from 'urql';
import { DetailPage, Panel } from '../design/DetailPage.js';
import { Loaded } from '../design/Loaded.js';
import { StatusTag } from '../design/StatusTag.js';
import { SubNav } from '../design/SubNav.js';
import { useFresh } from '../design/useFresh.js';
import { When } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { cooperationModes } from '../listings/terms.js';
import css from './Deal.module.css';
import { DealRail } from './DealRail.js';
import { DealDocument } from './documents.js';
import { dealLabels, dealTones } from './labels.js';
import { readsRoom, type Deal } from './types.js';
import { dealWords } from './words.js';
import { common } from '../i18n/common.js';

/** One deal: both sides, the stage and the action rail, with its parts below. */
export function Component() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({
    query: DealDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  useFresh(ask);
  return (
    <div className={result.data?.deal ? undefined : 'wrap'}>
      <Loaded
        page
        result={result}
        value={result.data?.deal}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      >
        {(deal) => <DealView deal={deal} />}
      </Loaded>
    </div>
  );
}

function Party({ party }: { party: Deal['seller'] }) {
  const t = useWords(dealWords);
  const { list } = useWords(common);
  return (
    <span className={css['party']}>
      <span>
        {party.organisation && !party.hidden ? (
          <Link to={`/organisations/${party.organisation.id}`}>{party.name}</Link>
        ) : (
          party.name
        )}
      </span>
      <small>
        {party.confirmed ? t.confirmed : t.unconfirmed}
        {party.people.length > 0 && ` · ${list(party.people.map((person) => person.name))}`}
      </small>
    </span>
  );
}

function DealView({ deal }: { deal: Deal }) {
  const t = useWords(dealWords);
  const labels = useWords(dealLabels);
  const modes = useWords(cooperationModes);
  const base = `/deals/${deal.id}`;
  const parts = [
    { to: base, label: t.tabs.deal },
    ...(readsRoom(deal) ? [{ to: `${base}/talk`, label: t.tabs.talk }] : []),
    { to: `${base}/brokers`, label: t.tabs.brokers },
    ...(readsRoom(deal) ? [{ to: `${base}/files`, label: t.tabs.files }] : []),
    { to: `${base}/history`, label: t.tabs.history },
  ];
  return (
    <DetailPage
      title={deal.title}
      crumbs={[{ label: t.deals, to: '/deals' }]}
      eyebrow={
        <>
          <StatusTag tone={dealTones[deal.state]}>{labels.state[deal.state]}</StatusTag>
          <span className="mono">{deal.code}</span>
          <span>{labels.role[deal.myRole]}</span>
        </>
      }
      facts={[
        { label: labels.side.SELLER, value: <Party party={deal.seller} /> },
        { label: labels.side.BUYER, value: <Party party={deal.buyer} /> },
        { label: t.mode, value: modes[deal.cooperationMode] },
        {
          label: t.from,
          value: (
            <>
              {labels.origin[deal.origin]} · <When at={deal.openedAt} />
            </>
          ),
        },
      ]}
      actions={<DealRail deal={deal} />}
      aside={<Origin deal={deal} />}
    >
      <div>
        <SubNav items={parts} label={t.parts} />
        <Outlet context={deal} />
      </div>
    </DetailPage>
  );
}

/** What the deal came from. */
function Origin({ deal }: { deal: Deal }) {
  const { resultLabel, needLabel } = useWords(dealLabels).listing;
  if (!deal.resultTitle && !deal.needTitle) return null;
  return (
    <Panel>
      {deal.resultTitle && (
        <div>
          <div className="quiet">{resultLabel}</div>
          {deal.result ? <Link to={`/results/${deal.result.id}`}>{deal.resultTitle}</Link> : deal.resultTitle}
        </div>
      )}
      {deal.needTitle && (
        <div>
          <div className="quiet">{needLabel}</div>
          {deal.need ? <Link to={`/needs/${deal.need.id}`}>{deal.needTitle}</Link> : deal.needTitle}
        </div>
      )}
    </Panel>
  );
}
