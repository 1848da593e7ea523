import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { nameIn, useCodeTables, useNameOf } from '../../api/city.js';
import { graphql } from '../../api/graphql.js';
import { useViewer } from '../../api/viewer.js';
import { Button } from '../../design/Button.js';
import { DataTable } from '../../design/DataTable.js';
import { Section } from '../../design/DetailPage.js';
import { Heading } from '../../design/ListPage.js';
import { Loaded } from '../../design/Loaded.js';
import { Empty, Skeleton } from '../../design/States.js';
import { SubNav } from '../../design/SubNav.js';
import { Label } from '../../design/StatusTag.js';
import { When } from '../../design/Values.js';
import type { WorkbenchQuery } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { NeedOwner } from '../../listings/cards.js';
import { useDealParts } from '../DealsPage.js';
import css from './Workbench.module.css';
import { workbenchWords } from './words.js';

const WorkbenchDocument = graphql(`
  query Workbench {
    unmatchedNeeds {
      totalCount
      needs {
        needId
        experts
        lack
        need {
          version
          online
          ...NeedCard
        }
      }
    }
    supplyByField {
      techField
      needs
      results
      unmatched
    }
    brokerWorkload {
      organisationId
      person {
        id
        displayName
      }
      open
      overdue
      quiet
      invited
    }
  }
`);

const Matches = lazy(() =>
  import('../../matches/Matches.js').then((module) => ({ default: module.Matches })),
);

const FIRST = 10;

/** 撮合台: where a broker, or the bureau, finds what to do next. */
export function Component() {
  const t = useWords(workbenchWords);
  const parts = useDealParts();
  const { may } = useViewer();
  const [result, ask] = useQuery({ query: WorkbenchDocument });
  return (
    <div className="wrap">
      <Heading title={t.title} intro={t.intro} />
      <SubNav items={parts} label={t.title} />
      <Loaded result={result} value={result.data} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(data) => (
          <div className={css['sections']}>
            <Section title={t.unmatched} id="unmatched">
              <p className="quiet">{t.unmatchedText}</p>
              <Unmatched data={data} />
            </Section>
            <Section title={t.supply} id="supply">
              <p className="quiet">{t.supplyText}</p>
              <Supply data={data} />
            </Section>
            {may('BROKER_DEAL') && (
              <Section title={t.load} id="load">
                <p className="quiet">{t.loadText}</p>
                <Load data={data} />
              </Section>
            )}
          </div>
        )}
      </Loaded>
    </div>
  );
}

function Unmatched({ data: { unmatchedNeeds } }: { data: WorkbenchQuery }) {
  const t = useWords(workbenchWords);
  const nameOf = useNameOf();
  const [first, setFirst] = useState(FIRST);
  const [opened, setOpened] = useState('');
  const rows = unmatchedNeeds.needs.flatMap((one) => (one.need ? [{ ...one, need: one.need }] : []));
  if (rows.length === 0) return <Empty title={t.noUnmatched}>{t.noUnmatchedText}</Empty>;
  return (
    <>
      <p className="num">{t.total(unmatchedNeeds.totalCount)}</p>
      <ul className={css['needs']}>
        {rows.slice(0, first).map(({ needId, need, lack, experts }) => (
          <li key={needId} className={css['need']}>
            <div className={css['what']}>
              <Link to={`/needs/${needId}`}>{need.title}</Link>
              <p className="quiet">
                <NeedOwner need={need} /> · {nameOf('divisions', need.divisionCode, need.divisionName)} ·{' '}
                {t.experts(experts)}
                {need.publishedAt && (
                  <>
                    {' · '}
                    {t.since} <When at={need.publishedAt} />
                  </>
                )}
              </p>
            </div>
            <Label>{t[lack]}</Label>
            {lack === 'NO_FIT' && (
              <Button
                size="small"
                expanded={opened === needId}
                onClick={() => setOpened(opened === needId ? '' : needId)}
              >
                {t.nearest}
              </Button>
            )}
            <Button size="small" to={`/needs/${needId}/matches`}>
              {t.find}
            </Button>
            {opened === needId && (
              <div className={css['nearest']} role="group" aria-label={t.nearestOf(need.title)}>
                <Suspense fallback={<Skeleton cards={1} />}>
                  <Matches
                    kind="need"
                    listing={{ id: needId, version: need.version, online: need.online }}
                    mayRead
                    first={3}
                  />
                </Suspense>
              </div>
            )}
          </li>
        ))}
      </ul>
      {rows.length > first && <Button onClick={() => setFirst(first + FIRST)}>{t.more}</Button>}
    </>
  );
}

function Supply({ data: { supplyByField } }: { data: WorkbenchQuery }) {
  const t = useWords(workbenchWords);
  const tables = useCodeTables();
  if (supplyByField.length === 0) return <Empty title={t.noSupply} />;
  return (
    <DataTable
      caption={t.supply}
      rows={supplyByField}
      keyOf={({ techField }) => techField ?? ''}
      columns={[
        {
          key: 'field',
          title: t.field,
          render: ({ techField }) => (techField ? nameIn(tables?.techFields, techField) : t.noField),
        },
        { key: 'needs', title: t.needs, right: true, render: ({ needs }) => needs },
        { key: 'unmatched', title: t.unmet, right: true, render: ({ unmatched }) => unmatched },
        { key: 'results', title: t.results, right: true, render: ({ results }) => results },
      ]}
    />
  );
}

function Load({ data: { brokerWorkload } }: { data: WorkbenchQuery }) {
  const t = useWords(workbenchWords);
  if (brokerWorkload.length === 0) return <Empty title={t.noLoad} />;
  return (
    <DataTable
      caption={t.load}
      rows={brokerWorkload}
      keyOf={({ organisationId, person }) => `${organisationId} ${person?.id ?? ''}`}
      columns={[
        { key: 'who', title: t.who, render: ({ person }) => person?.displayName ?? t.nobody },
        { key: 'open', title: t.open, right: true, render: ({ open }) => open },
        { key: 'overdue', title: t.overdue, right: true, render: ({ overdue }) => overdue },
        { key: 'quiet', title: t.quiet, right: true, render: ({ quiet }) => quiet },
        { key: 'invited', title: t.invited, right: true, render: ({ invited }) => invited },
      ]}
    />
  );
}
