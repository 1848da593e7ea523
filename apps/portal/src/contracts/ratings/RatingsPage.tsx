import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { DataTable } from '../../design/DataTable.js';
import { Figure, Figures } from '../../design/Figure.js';
import { Heading } from '../../design/ListPage.js';
import { Loaded } from '../../design/Loaded.js';
import { Empty } from '../../design/States.js';
import type { RatingMonthsQuery } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { RegistrationNav } from '../offices/RegistrationNav.js';
import { casesAt } from '../workload/cases.js';
import { ratingWords } from './ratingWords.js';

const MonthsDocument = graphql(`
  query RatingMonths {
    ratingMonths {
      month
      registryDivision
      registryName
      decisions
      count
      mean
      satisfied
      levels
    }
  }
`);
type Month = RatingMonthsQuery['ratingMonths'][number];

const share = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${Math.round((part / whole) * 1000) / 10}%`;
const sum = (rows: readonly Month[], of: (row: Month) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

/** The address at which a figure's ratings stand. */
const rowsAt = (filter: Readonly<Record<string, string>>): string =>
  `/registration/ratings/rows?${new URLSearchParams(filter).toString()}`;

/** A figure that opens what it was counted or averaged from; nothing to open where there is nothing. */
function Opens(props: {
  readonly value: number | string;
  /** How many rows stand behind it. */
  readonly rows?: number;
  readonly label: string;
  readonly to: string;
}) {
  const { value, label, to, rows = Number(value) } = props;
  if (rows === 0) return <span className="quiet num">{value}</span>;
  return (
    <Link className="num" to={to} aria-label={`${label} ${value}`}>
      {value}
    </Link>
  );
}

function View({ rows }: { rows: readonly Month[] }) {
  const t = useWords(ratingWords);
  const [count, decisions, satisfied] = [
    sum(rows, (row) => row.count),
    sum(rows, (row) => row.decisions),
    sum(rows, (row) => row.satisfied),
  ];
  const months = [...new Set(rows.map(({ month }) => month))].sort();
  const of = (row: Month) => ({ month: row.month, registryDivision: row.registryDivision });
  return (
    <>
      <Figures>
        <Figure label={t.count} value={count} {...(count > 0 && { to: rowsAt({}) })} />
        <Figure label={t.rate} value={share(count, decisions)} {...(count > 0 && { to: rowsAt({}) })} />
        <Figure
          label={t.satisfied}
          value={share(satisfied, count)}
          {...(count > 0 && { to: rowsAt(satisfied > 0 ? { satisfied: 'true' } : {}) })}
        />
        <Figure
          label={t.unsatisfied}
          value={count - satisfied}
          {...(count > satisfied && { to: rowsAt({ satisfied: 'false' }) })}
        />
      </Figures>
      <section aria-label={t.trend}>
        <h2>{t.trend}</h2>
        <ul
          className="row"
          style={{ alignItems: 'flex-end', flexWrap: 'wrap', listStyle: 'none', padding: 0 }}
        >
          {months.map((month) => {
            const own = rows.filter((row) => row.month === month);
            const [good, all] = [sum(own, (row) => row.satisfied), sum(own, (row) => row.count)];
            return (
              <li key={month} style={{ textAlign: 'center' }}>
                <Opens
                  value={share(good, all)}
                  rows={all}
                  label={t.trendText(month)}
                  to={rowsAt(good > 0 ? { month, satisfied: 'true' } : { month })}
                />
                <div aria-hidden>
                  <div
                    style={{
                      width: 44,
                      height: all === 0 ? 1 : Math.max(2, Math.round((good / all) * 80)),
                      background: 'var(--accent)',
                      margin: '4px auto',
                    }}
                  />
                  <small className="quiet">{month}</small>
                </div>
              </li>
            );
          })}
        </ul>
      </section>
      <DataTable
        caption={t.ratings}
        rows={rows}
        keyOf={({ month, registryDivision }) => `${month}/${registryDivision}`}
        columns={[
          { key: 'month', title: t.month, render: ({ month }) => <span className="num">{month}</span> },
          { key: 'office', title: t.office, render: ({ registryName }) => registryName },
          {
            key: 'decisions',
            title: t.decisions,
            right: true,
            render: ({ month, registryDivision, decisions }) => (
              <Opens
                value={decisions}
                label={`${month} ${t.decisions}`}
                to={casesAt({ decidedIn: month, registryDivision })}
              />
            ),
          },
          {
            key: 'count',
            title: t.count,
            right: true,
            render: (row) => (
              <Opens value={row.count} label={`${row.month} ${t.count}`} to={rowsAt(of(row))} />
            ),
          },
          {
            key: 'rate',
            title: t.rate,
            right: true,
            render: (row) => (
              <Opens
                value={share(row.count, row.decisions)}
                rows={row.count}
                label={`${row.month} ${t.rate}`}
                to={rowsAt(of(row))}
              />
            ),
          },
          {
            key: 'satisfied',
            title: t.satisfied,
            right: true,
            render: (row) => (
              <Opens
                value={share(row.satisfied, row.count)}
                rows={row.count}
                label={`${row.month} ${t.satisfied}`}
                to={rowsAt(row.satisfied > 0 ? { ...of(row), satisfied: 'true' } : of(row))}
              />
            ),
          },
          {
            key: 'mean',
            title: t.mean,
            right: true,
            render: (row) => (
              <Opens
                value={row.mean ? row.mean.toFixed(1) : '—'}
                rows={row.count}
                label={`${row.month} ${t.mean}`}
                to={rowsAt(of(row))}
              />
            ),
          },
          ...t.levels.map((level, index) => ({
            key: level,
            title: level,
            right: true,
            render: (row: Month) => (
              <Opens
                value={row.levels[index] ?? 0}
                label={`${row.month} ${level}`}
                to={rowsAt({ ...of(row), score: String(index + 1) })}
              />
            ),
          })),
        ]}
      />
    </>
  );
}

/** 服务评价: how the bureau's decisions were rated, month by month. */
export function Component() {
  const t = useWords(ratingWords);
  const [result, ask] = useQuery({ query: MonthsDocument, requestPolicy: 'cache-and-network' });
  return (
    <div className="wrap">
      <Heading title={t.ratings} intro={t.intro} />
      <RegistrationNav />
      <div className="stack" style={{ paddingTop: 20 }}>
        <Loaded
          result={result}
          value={result.data?.ratingMonths}
          onRetry={() => ask({ requestPolicy: 'network-only' })}
        >
          {(rows) => (rows.length === 0 ? <Empty title={t.none} /> : <View rows={rows} />)}
        </Loaded>
      </div>
    </div>
  );
}
