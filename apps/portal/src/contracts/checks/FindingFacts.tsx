import { Link } from 'react-router';
import { Money } from '../../design/Values.js';
import { useWords } from '../../i18n/index.js';
import css from './Checks.module.css';
import { checkWords, factWords } from './words.js';

const AMOUNTS = [
  'total',
  'technical',
  'deductions',
  'computed',
  'fixed',
  'cost',
  'threshold',
  'own',
  'together',
  'amount',
];
const SHARES = ['share', 'limit'];

interface Other {
  readonly contractId: string;
  readonly registered?: boolean;
  readonly similarity?: number;
  readonly amount?: number;
}
interface Relation {
  readonly kind: 'LEGAL_REPRESENTATIVE' | 'CONTROLLER' | 'DECLARED';
  readonly name: string | null;
  readonly contractId: string | null;
}

const othersIn = (value: unknown): readonly Other[] =>
  Array.isArray(value)
    ? value.map((entry: unknown) => (typeof entry === 'string' ? { contractId: entry } : (entry as Other)))
    : [];

function Others({ others }: { others: readonly Other[] }) {
  const t = useWords(checkWords);
  return (
    <ul className={css['others']}>
      {others.map((other, index) => (
        <li key={other.contractId}>
          <Link to={`/contracts/${other.contractId}`}>{t.contract(index + 1)}</Link>
          {other.registered && ` · ${t.registered}`}
          {other.similarity !== undefined && other.similarity < 10_000 && (
            <> · {t.alike(`${other.similarity / 100}%`)}</>
          )}
          {other.amount !== undefined && (
            <>
              {' · '}
              <Money fen={other.amount} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Value({ name, value }: { name: string; value: unknown }) {
  if (typeof value === 'number' && AMOUNTS.includes(name)) return <Money fen={value} />;
  if (typeof value === 'number' && SHARES.includes(name)) return <>{`${value / 100}%`}</>;
  return <>{Array.isArray(value) ? value.join('、') : String(value)}</>;
}

/** What a rule looked at, for those who weigh what it found. */
export function FindingFacts({ facts }: { facts: unknown }) {
  const t = useWords(checkWords);
  const names = useWords(factWords);
  const known = (facts ?? {}) as Readonly<Record<string, unknown>>;
  const rows = Object.entries(known).filter(
    ([name, value]) => names[name] !== undefined && value !== null && value !== '',
  );
  const others = [...othersIn(known['contracts']), ...othersIn(known['siblings'])];
  const relations = (known['relations'] ?? []) as readonly Relation[];
  if (rows.length + others.length + relations.length === 0) return null;
  return (
    <details className={css['facts']}>
      <summary>{t.facts}</summary>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{names[name]}</dt>
            <dd>
              <Value name={name} value={value} />
            </dd>
          </div>
        ))}
        {relations.map((relation, index) => (
          <div key={index}>
            <dt>{t.relations[relation.kind]}</dt>
            <dd>
              {relation.contractId === null ? (
                relation.name
              ) : (
                <Link to={`/contracts/${relation.contractId}`}>{t.contract(index + 1)}</Link>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {others.length > 0 && <Others others={others} />}
    </details>
  );
}
