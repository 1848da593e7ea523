import { Day } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import css from './Contracts.module.css';
import { FileList, hasAcceptance, NoPaper, Paper, PaperPage } from './Paper.js';
import { paperWords } from './paperWords.js';
import type { Contract } from './types.js';
import { contractWords } from './words.js';

/** 受理通知书: that the application is accepted, under which number, and by when it is decided. */
export function Component() {
  return <PaperPage render={(contract) => <Acceptance contract={contract} />} />;
}

function Acceptance({ contract }: { contract: Contract }) {
  const t = useWords(paperWords);
  const c = useWords(contractWords);
  if (!hasAcceptance(contract))
    return <NoPaper id={contract.id} title={t.acceptanceNone} text={t.acceptanceNoneText} />;
  return (
    <Paper contract={contract} title={t.acceptance}>
      <p>
        {c.acceptanceNumber} <span className="mono">{contract.acceptanceNumber}</span>
      </p>
      <p>{t.to(contract.sellers[0]?.name ?? contract.applicantOrganisation?.name ?? '')}</p>
      <p>
        {t.accepted(contract.title)}
        {contract.dueOn && t.due(contract.dueOn)}
      </p>
      <h2>{t.received}</h2>
      <FileList contract={contract} />
      <p>{t.query}</p>
      <p className={css['letterFoot']}>
        {contract.registry?.name}
        <br />
        <Day on={contract.acceptedOn} />
      </p>
    </Paper>
  );
}
