import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { DataTable } from '../../design/DataTable.js';
import { Field, SelectInput } from '../../design/Field.js';
import { Heading } from '../../design/ListPage.js';
import { Loaded } from '../../design/Loaded.js';
import { Empty } from '../../design/States.js';
import type { ProcessingStep } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom } from '../../listings/terms.js';
import { contractLabels } from '../labels.js';
import { RegistrationNav } from '../offices/RegistrationNav.js';
import { casesAt } from './cases.js';
import { Opens } from './WorkloadPage.js';
import { workloadWords } from './workloadWords.js';

const TimesDocument = graphql(`
  query ProcessingTimes($registryDivision: String) {
    processingTimes(registryDivision: $registryDivision) {
      month
      step
      contractClass
      count
      median
      p90
      overdue
    }
    registrationOffices {
      id
      name
      divisionCode
    }
  }
`);
const STEPS = ['TOTAL', 'ACCEPTANCE', 'FIRST', 'SECOND', 'EXPERT', 'REGISTRATION'] as const;
const isStep = (value: string | null): value is ProcessingStep =>
  (STEPS as readonly (string | null)[]).includes(value);
const figure = (value: number): string => String(Math.round(value * 10) / 10);

/** 办理时效: working days of a step by month, each figure with its contracts. */
export function Component() {
  const t = useWords(workloadWords);
  const labels = useWords(contractLabels);
  const [params, setParams] = useSearchParams();
  const registryDivision = params.get('office') || null;
  const contractClass = params.get('class') || null;
  const asked = params.get('step');
  const step = isStep(asked) ? asked : 'TOTAL';
  const [result, ask] = useQuery({
    query: TimesDocument,
    variables: { registryDivision },
    requestPolicy: 'cache-and-network',
  });
  const set = (name: string) => (value: string) => {
    const next = new URLSearchParams(params);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setParams(next, { preventScrollReset: true, replace: true });
  };
  return (
    <div className="wrap">
      <Heading title={t.times} intro={t.timesIntro} />
      <RegistrationNav />
      <div className="stack" style={{ paddingTop: 20 }}>
        <Loaded result={result} value={result.data} onRetry={() => ask({ requestPolicy: 'network-only' })}>
          {({ processingTimes, registrationOffices }) => {
            const rows = processingTimes.filter(
              (row) => row.step === step && (row.contractClass ?? null) === contractClass,
            );
            return (
              <>
                <div className="row" style={{ alignItems: 'flex-end' }}>
                  <Field label={t.step}>
                    <SelectInput
                      value={step}
                      choices={STEPS.map((value) => ({ value, label: t.steps[value] }))}
                      onChange={set('step')}
                    />
                  </Field>
                  <Field label={t.class}>
                    <SelectInput
                      value={contractClass ?? ''}
                      placeholder={t.allClasses}
                      choices={choicesFrom(labels.class)}
                      onChange={set('class')}
                    />
                  </Field>
                  <Field label={t.office}>
                    <SelectInput
                      value={registryDivision ?? ''}
                      placeholder={t.allOffices}
                      choices={registrationOffices.map(({ divisionCode, name }) => ({
                        value: divisionCode,
                        label: name,
                      }))}
                      onChange={set('office')}
                    />
                  </Field>
                </div>
                {rows.length === 0 ? (
                  <Empty title={t.noTimes} />
                ) : (
                  <DataTable
                    caption={t.times}
                    rows={rows}
                    keyOf={({ month }) => month}
                    columns={[
                      {
                        key: 'month',
                        title: t.month,
                        render: ({ month }) => <span className="num">{month}</span>,
                      },
                      {
                        key: 'count',
                        title: t.count,
                        right: true,
                        render: ({ month, count }) => (
                          <Opens
                            value={count}
                            filter={{ step, month, contractClass, registryDivision }}
                            label={`${month} ${t.count}`}
                          />
                        ),
                      },
                      ...(['median', 'p90'] as const).map((key) => ({
                        key,
                        title: t[key],
                        right: true,
                        render: (row: (typeof rows)[number]) => (
                          <Link
                            className="num"
                            to={casesAt({ step, month: row.month, contractClass, registryDivision })}
                            aria-label={`${row.month} ${t[key]} ${figure(row[key])}`}
                          >
                            {figure(row[key])}
                          </Link>
                        ),
                      })),
                      ...(step === 'TOTAL'
                        ? [
                            {
                              key: 'overdue',
                              title: t.overdue,
                              right: true,
                              render: ({ month, overdue, count }: (typeof rows)[number]) =>
                                overdue === 0 ? (
                                  <span className="quiet num">0%</span>
                                ) : (
                                  <Link
                                    className="num"
                                    to={casesAt({
                                      step,
                                      month,
                                      contractClass,
                                      registryDivision,
                                      overdue: true,
                                    })}
                                    aria-label={`${month} ${t.overdue} ${figure((overdue / count) * 100)}%`}
                                  >
                                    {figure((overdue / count) * 100)}% ({overdue})
                                  </Link>
                                ),
                            },
                          ]
                        : []),
                    ]}
                  />
                )}
              </>
            );
          }}
        </Loaded>
      </div>
    </div>
  );
}
