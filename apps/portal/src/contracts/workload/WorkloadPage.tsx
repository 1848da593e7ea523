import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useToday } from '../../api/city.js';
import { graphql } from '../../api/graphql.js';
import { DataTable } from '../../design/DataTable.js';
import { Heading } from '../../design/ListPage.js';
import { Loaded } from '../../design/Loaded.js';
import { Empty } from '../../design/States.js';
import type { HandlingCasesFilter } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { RegistrationNav } from '../offices/RegistrationNav.js';
import { casesAt } from './cases.js';
import { workloadWords } from './workloadWords.js';

const WorkloadDocument = graphql(`
  query RegistrarWorkload {
    registrarWorkload {
      personId
      name
      open
      green
      amber
      red
      firstDone
      secondDone
      medianDays
    }
  }
`);

/** A number that opens its contracts; nothing is behind a zero. */
export function Opens({
  value,
  filter,
  label,
}: {
  value: number;
  filter: HandlingCasesFilter;
  label: string;
}) {
  if (value === 0) return <span className="quiet num">0</span>;
  return (
    <Link className="num" to={casesAt(filter)} aria-label={`${label} ${value}`}>
      {value}
    </Link>
  );
}

/** 工作量: who holds what, by the colour of its deadline, and who did what this month. */
export function Component() {
  const t = useWords(workloadWords);
  const month = useToday().slice(0, 7);
  const [result, ask] = useQuery({ query: WorkloadDocument, requestPolicy: 'cache-and-network' });
  return (
    <div className="wrap">
      <Heading title={t.workload} intro={t.workloadIntro} />
      <RegistrationNav />
      <div className="stack" style={{ paddingTop: 20 }}>
        <Loaded
          result={result}
          value={result.data?.registrarWorkload}
          onRetry={() => ask({ requestPolicy: 'network-only' })}
        >
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t.none} />
            ) : (
              <DataTable
                caption={t.workload}
                rows={rows}
                keyOf={({ personId }) => personId}
                columns={[
                  { key: 'name', title: t.registrar, render: ({ name }) => <strong>{name}</strong> },
                  {
                    key: 'open',
                    title: t.open,
                    right: true,
                    render: ({ personId, name, open }) => (
                      <Opens value={open} filter={{ personId }} label={`${name} ${t.open}`} />
                    ),
                  },
                  ...(['RED', 'AMBER', 'GREEN'] as const).map((colour) => ({
                    key: colour,
                    title: t.colours[colour],
                    right: true,
                    render: (row: (typeof rows)[number]) => (
                      <Opens
                        value={row[({ RED: 'red', AMBER: 'amber', GREEN: 'green' } as const)[colour]]}
                        filter={{ personId: row.personId, colour }}
                        label={`${row.name} ${t.colours[colour]}`}
                      />
                    ),
                  })),
                  {
                    key: 'first',
                    title: t.firstDone,
                    right: true,
                    render: ({ personId, name, firstDone }) => (
                      <Opens
                        value={firstDone}
                        filter={{ personId, step: 'FIRST', month }}
                        label={`${name} ${t.firstDone}`}
                      />
                    ),
                  },
                  {
                    key: 'second',
                    title: t.secondDone,
                    right: true,
                    render: ({ personId, name, secondDone }) => (
                      <Opens
                        value={secondDone}
                        filter={{ personId, step: 'SECOND', month }}
                        label={`${name} ${t.secondDone}`}
                      />
                    ),
                  },
                  {
                    key: 'median',
                    title: t.medianDays,
                    right: true,
                    render: ({ medianDays }) => <span className="num">{medianDays ?? '—'}</span>,
                  },
                ]}
              />
            )
          }
        </Loaded>
      </div>
    </div>
  );
}
