import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useTitle } from '../api/title.js';
import { Button } from '../design/Button.js';
import { classes } from '../design/classes.js';
import { Panel } from '../design/DetailPage.js';
import { Loaded } from '../design/Loaded.js';
import { Empty } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import css from './Contracts.module.css';
import { ContractDocument } from './documents.js';
import { contractLabels } from './labels.js';
import { paperWords } from './paperWords.js';
import type { Contract } from './types.js';

/** Whose papers they are: the applicant's, and those of the registry that handles the case. */
export const hasPapers = ({ sight }: Contract): boolean => sight === 'APPLICANT' || sight === 'REGISTRY';
export const hasAcceptance = (contract: Contract): boolean =>
  hasPapers(contract) && contract.acceptedOn !== null && contract.acceptanceNumber !== null;

/** The application on paper, on a page of its own. */
export function PaperPage({ render }: { render: (contract: Contract) => ReactNode }) {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({
    query: ContractDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  return (
    <div className="wrap">
      <Loaded
        page
        result={result}
        value={result.data?.contract}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      >
        {render}
      </Loaded>
    </div>
  );
}

/** A sheet to be printed on A4, headed by its title. */
export function Paper({
  contract,
  title,
  wide,
  children,
}: {
  contract: Contract;
  title: string;
  wide?: boolean;
  children: ReactNode;
}) {
  const t = useWords(paperWords);
  useTitle(title);
  return (
    <article className={classes(css['letter'], wide && css['wide'])}>
      <div className={css['letterTools']}>
        <Link to={`/contracts/${contract.id}`}>{t.back}</Link>
        <Button tone="primary" onClick={() => window.print()}>
          {t.print}
        </Button>
      </div>
      <h1>{title}</h1>
      {children}
    </article>
  );
}

/** Attachments by kind, as a list for paper. */
export function FileList({ contract }: { contract: Contract }) {
  const t = useWords(paperWords);
  const labels = useWords(contractLabels);
  if (contract.files.length === 0) return <p className="quiet">{t.filesNone}</p>;
  return (
    <ol>
      {contract.files.map((file) => (
        <li key={file.id}>
          {labels.file[file.kind]}
          <span className="quiet"> {file.name}</span>
        </li>
      ))}
    </ol>
  );
}

/** Where a paper would be and is none. */
export function NoPaper({ id, title, text }: { id: string; title: string; text: string }) {
  const t = useWords(paperWords);
  return (
    <Empty page icon="file" title={title} action={<Button to={`/contracts/${id}`}>{t.back}</Button>}>
      {text}
    </Empty>
  );
}

/** What can be printed of the case. */
export function Papers({ contract }: { contract: Contract }) {
  const t = useWords(paperWords);
  if (!hasPapers(contract)) return null;
  return (
    <Panel title={t.papers}>
      <Link to={`/contracts/${contract.id}/form`}>{t.form}</Link>
      {hasAcceptance(contract) && <Link to={`/contracts/${contract.id}/acceptance`}>{t.acceptance}</Link>}
    </Panel>
  );
}
