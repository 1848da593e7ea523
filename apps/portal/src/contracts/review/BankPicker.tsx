import { useId, useState } from 'react';
import { useQuery } from 'urql';
import { failureOf } from '../../api/failure.js';
import { graphql } from '../../api/graphql.js';
import { Button } from '../../design/Button.js';
import { TextInput } from '../../design/Field.js';
import { FailureState, Skeleton } from '../../design/States.js';
import { Label } from '../../design/StatusTag.js';
import { useRested } from '../../design/useRested.js';
import type { ExpertCandidatesQuery } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { useSay } from '../../i18n/say.js';
import { bankWords } from './bankWords.js';
import css from './Review.module.css';

const CandidatesDocument = graphql(`
  query ExpertCandidates($contractId: ID!, $text: String) {
    expertCandidates(contractId: $contractId, text: $text) {
      id
      name
      unit
      title
      fieldFits
      sharedKeywords
      recentSeats
      stake
    }
  }
`);

export type Candidate = ExpertCandidatesQuery['expertCandidates'][number];

/** 从专家库选取: who fits the case, best first; whoever is bound to it cannot be picked, and why. */
export function BankPicker(props: {
  readonly contractId: string;
  /** Entries that are on the panel already. */
  readonly picked: readonly (string | null)[];
  /** The panel has no place left. */
  readonly full: boolean;
  readonly onPick: (candidate: Candidate) => void;
}) {
  const t = useWords(bankWords);
  const [open, setOpen] = useState(false);
  return (
    <div className="stack">
      <div>
        <Button size="small" icon="search" expanded={open} onClick={() => setOpen(!open)}>
          {t.pick}
        </Button>
      </div>
      {open && <Candidates {...props} />}
    </div>
  );
}

function Candidates(props: Parameters<typeof BankPicker>[0]) {
  const t = useWords(bankWords);
  const [typed, setTyped] = useState('');
  const text = useRested(typed);
  const [result, ask] = useQuery({
    query: CandidatesDocument,
    variables: { contractId: props.contractId, text: text || null },
    requestPolicy: 'cache-and-network',
  });
  const found = result.data?.expertCandidates;
  return (
    <div className={css['bank']} role="group" aria-label={t.pick} aria-busy={result.fetching}>
      <TextInput
        type="search"
        aria-label={t.search}
        value={typed}
        placeholder={t.placeholder}
        onChange={setTyped}
      />
      {found === undefined && !result.error && <Skeleton cards={1} />}
      {found === undefined && result.error && (
        <FailureState
          failure={failureOf(result.error)}
          onRetry={() => ask({ requestPolicy: 'network-only' })}
        />
      )}
      {found?.length === 0 && <p className="quiet">{text === '' ? t.empty : t.none}</p>}
      {found && found.length > 0 && (
        <ul className={css['candidates']}>
          {found.map((candidate) => (
            <Row key={candidate.id} candidate={candidate} {...props} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Row({
  candidate,
  picked,
  full,
  onPick,
}: Parameters<typeof BankPicker>[0] & { readonly candidate: Candidate }) {
  const t = useWords(bankWords);
  const say = useSay();
  const why = useId();
  const { name, title, unit, stake } = candidate;
  const isPicked = picked.includes(candidate.id);
  const refusal = stake ? t.bound(say(stake)) : isPicked ? t.picked : full ? t.full : null;
  return (
    <li>
      <div className={css['candidate']}>
        <span>
          <strong>{name}</strong> {title} <span className="quiet">{unit}</span>
        </span>
        <span className={css['fits']}>
          {candidate.fieldFits && <Label>{t.fieldFits}</Label>}
          {candidate.sharedKeywords.map((keyword) => (
            <Label key={keyword}>{keyword}</Label>
          ))}
          <span className="quiet">{t.recent(candidate.recentSeats)}</span>
        </span>
        {refusal && (
          <span className="quiet" id={why}>
            {refusal}
          </span>
        )}
      </div>
      <Button
        size="small"
        icon="plus"
        label={t.pickOf(name)}
        disabled={refusal !== null}
        {...(refusal ? { describedBy: why } : {})}
        onClick={() => onPick(candidate)}
      >
        {t.take}
      </Button>
    </li>
  );
}
