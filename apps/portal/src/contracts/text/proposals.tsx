import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCodeTables } from '../../api/city.js';
import { Button } from '../../design/Button.js';
import { useLanguage, useWords } from '../../i18n/index.js';
import { contractLabels } from '../labels.js';
import type { Contract } from '../types.js';
import css from './Text.module.css';
import { textWords } from './textWords.js';

export type ReadFile = Pick<Contract['files'][number], 'id' | 'name' | 'reading'>;
export type Reading = NonNullable<ReadFile['reading']>;
export type Proposal = Reading['proposals'][number];
export type Place = Proposal['place'];

/** A proposal with the file it comes from. */
export interface FoundProposal {
  readonly proposal: Proposal;
  readonly fileId: string;
}

export const isOpen = ({ status, agrees }: Proposal): boolean => status === 'OPEN' && !agrees;

/** The fragment by which a place in the text is found: its mark carries it as its id. */
export const anchorOf = ({ page, start }: Place): string => `at-${page}-${start}`;
export const textPath = (contractId: string, fileId: string, place?: Place): string =>
  `/contracts/${contractId}/texts/${fileId}${place ? `#${anchorOf(place)}` : ''}`;

/** Names of fields and values in the reader's language; what has no other words stays as the server says it. */
export function useProposalText(): {
  readonly field: (proposal: Proposal) => string;
  readonly value: (proposal: Proposal) => string;
} {
  const t = useWords(textWords);
  const { language } = useLanguage();
  const labels = useWords(contractLabels);
  const subclasses = useCodeTables()?.contractSubclasses ?? [];
  const field = (proposal: Proposal): string => t.field?.[proposal.field] ?? proposal.label;
  const value = (proposal: Proposal): string => {
    const { code, text } = proposal;
    if (code === null || code === undefined) return text;
    if (proposal.field === 'subclass') {
      const name = subclasses.find((entry) => entry.code === code)?.name ?? text;
      return `${labels.class[code.slice(0, 1)] ?? ''} · ${name}`;
    }
    if (language === 'zh') return text;
    const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      licenceMode: labels.licence,
      'money.paymentMode': labels.payment,
      'money.royalty.base': labels.royaltyBase,
    };
    return tables[proposal.field]?.[code] ?? text;
  };
  return { field, value };
}

export interface Decide {
  readonly accept: (proposal: Proposal) => void;
  readonly dismiss: (proposal: Proposal) => void;
  readonly busy: boolean;
}

/** The two things that can be done with a proposal, as long as it says something else than the form. */
export function Decision({ proposal, decide }: { proposal: Proposal; decide: Decide }) {
  const t = useWords(textWords);
  const words = useProposalText();
  if (proposal.agrees || proposal.status === 'ACCEPTED') return null;
  const name = words.field(proposal);
  const value = words.value(proposal).slice(0, 40);
  return (
    <>
      <Button
        size="small"
        icon="check"
        disabled={decide.busy}
        label={t.acceptOf(name, value)}
        onClick={() => decide.accept(proposal)}
      >
        {t.accept}
      </Button>
      {proposal.status === 'OPEN' && (
        <Button
          size="small"
          tone="quiet"
          disabled={decide.busy}
          label={t.dismissOf(name, value)}
          onClick={() => decide.dismiss(proposal)}
        >
          {t.dismiss}
        </Button>
      )}
    </>
  );
}

/** One value of the text, with its words, and the two things that can be done with it. */
export function ProposalLine(props: {
  readonly proposal: Proposal;
  /** Beside its field the name of the field is left out. */
  readonly named: boolean;
  readonly decide: Decide | null;
  readonly see: ReactNode;
}) {
  const { proposal, decide } = props;
  const t = useWords(textWords);
  const words = useProposalText();
  const value = words.value(proposal);
  const name = words.field(proposal);
  const state =
    proposal.status === 'ACCEPTED'
      ? t.accepted
      : proposal.status === 'DISMISSED'
        ? t.dismissed
        : proposal.agrees
          ? t.agrees
          : null;
  return (
    <div className={css['proposal']} data-open={isOpen(proposal) || undefined}>
      <p className={css['says']}>
        <span className="quiet">{props.named ? name : t.says(proposal.clause)}</span>
        <strong className={css['value']}>{value}</strong>
        {state && <span className={css['state']}>{state}</span>}
      </p>
      <p className={css['quote']}>
        {props.named && proposal.clause !== '' && <span className={css['clause']}>{proposal.clause}</span>}
        {proposal.quote}
      </p>
      {proposal.remark && <p className={css['remark']}>{proposal.remark}</p>}
      <span className="row">
        {decide && <Decision proposal={proposal} decide={decide} />}
        {props.see}
      </span>
    </div>
  );
}

/** What the text says of one field, where it differs from what is filled in. */
export function FieldProposals(props: {
  readonly contractId: string;
  readonly path: string;
  readonly found: readonly FoundProposal[];
  readonly decide: Decide;
}) {
  const t = useWords(textWords);
  const here = props.found.filter(({ proposal }) => proposal.field === props.path && isOpen(proposal));
  if (here.length === 0) return null;
  return (
    <div className={css['beside']}>
      {here.map(({ proposal, fileId }) => (
        <ProposalLine
          key={proposal.id}
          proposal={proposal}
          named={false}
          decide={props.decide}
          see={<Link to={textPath(props.contractId, fileId, proposal.place)}>{t.see}</Link>}
        />
      ))}
    </div>
  );
}
