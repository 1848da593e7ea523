import { Link } from 'react-router';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { Facts } from '../design/DetailPage.js';
import { StatusTag, type StatusTone } from '../design/StatusTag.js';
import { Notice } from '../design/States.js';
import { Money, When } from '../design/Values.js';
import type { CalculationVerdict } from '../gql/graphql.js';
import { useSource } from '../design/useSource.js';
import { useWords } from '../i18n/index.js';
import css from './Calculators.module.css';
import type { Calculation } from './documents.js';
import { calculatorWords } from './words.js';

const TONES: { readonly [verdict in CalculationVerdict]: StatusTone } = {
  APPLIES: 'good',
  DOES_NOT_APPLY: 'attention',
  NOT_IN_FORCE: 'ended',
};

/** A calculation as it is read and printed: what came out, the working, and what it rests on. */
export function CalculationView({ calculation }: { calculation: Calculation }) {
  const t = useWords(calculatorWords);
  const sourceOf = useSource();
  const { outcome, parameters } = calculation;
  return (
    <div className={css['result']}>
      <div className="row">
        <StatusTag tone={TONES[outcome.verdict]}>{t[outcome.verdict]}</StatusTag>
        <span className={css['disclaimer']}>{t.say(calculation.disclaimer)}</span>
      </div>
      <h2 className={css['headline']}>{t.say(outcome.headline)}</h2>
      {outcome.obstacles.length > 0 && (
        <Notice tone="amber" icon="warn">
          <ul className={css['list']}>
            {outcome.obstacles.map((obstacle) => (
              <li key={obstacle}>{t.say(obstacle)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {outcome.results.length > 0 && (
        <Facts
          facts={outcome.results.map(({ label, amount }) => ({
            label: t.say(label),
            value: <Money fen={amount} />,
          }))}
        />
      )}
      {outcome.steps.length > 0 && (
        <>
          <h3>{t.working}</h3>
          {t.workingNote && <p className="quiet">{t.workingNote}</p>}
          <ol className={css['steps']}>
            {outcome.steps.map((step, index) => (
              <li key={index}>
                <strong>{t.say(step.label)}</strong>
                <span className="quiet">
                  {t.say(step.formula)}
                  {step.article && t.cited(step.article)}
                </span>
                <span className="num">{t.say(step.working)}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      {outcome.notes.map((note) => (
        <p key={note} className="quiet">
          {t.say(note)}
        </p>
      ))}
      <h3>{t.basis}</h3>
      <p>
        {t.onDay(calculation.on)} · {t.rule(calculation.version)}
        {calculation.validFrom && ` · ${t.valid(calculation.validFrom, calculation.validTo ?? null)}`}
      </p>
      <p className="quiet">{calculation.calculator.sources.join(t.and)}</p>
      <details className={css['parameters']}>
        <summary>{t.parameters(parameters.length)}</summary>
        <DataTable
          caption={t.basis}
          rows={parameters}
          keyOf={(parameter) => parameter.name}
          columns={[
            { key: 'title', title: t.parameter, render: (parameter) => t.say(parameter.title) },
            {
              key: 'value',
              title: t.value,
              right: true,
              render: (parameter) => <span className="num">{shown(parameter.name, parameter.value)}</span>,
            },
            {
              key: 'days',
              title: t.days,
              render: (parameter) => t.valid(parameter.effectiveFrom, parameter.effectiveTo ?? null),
            },
            { key: 'source', title: t.source, render: (parameter) => sourceOf(parameter.source) },
          ]}
        />
      </details>
      {calculation.contract && (
        <p>
          {t.contract}{' '}
          <Link to={`/contracts/${calculation.contract.id}`}>{calculation.contract.title || t.untitled}</Link>
        </p>
      )}
      {calculation.createdAt && (
        <p className="quiet">
          {t.savedAt} <When at={calculation.createdAt} />
        </p>
      )}
      <div className="no-print">
        <Button icon="file" onClick={() => print()}>
          {t.print}
        </Button>
      </div>
    </div>
  );
}

/** A parameter in the unit that its name says. */
function shown(name: string, value: number): string {
  if (name.endsWith('_basis_points')) return `${value / 100}%`;
  if (name.endsWith('_fen')) return (value / 100).toLocaleString('en-US');
  if (name.endsWith('_per_100000')) return `${value / 100}‰`;
  return String(value);
}
