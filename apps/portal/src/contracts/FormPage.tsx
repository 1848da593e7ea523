import { Section } from '../design/DetailPage.js';
import { Day } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { ContractDetails } from './ContractDetails.js';
import css from './Contracts.module.css';
import { FileList, hasPapers, NoPaper, Paper, PaperPage } from './Paper.js';
import { paperWords } from './paperWords.js';
import type { Contract } from './types.js';
import { contractWords } from './words.js';

/** 技术合同登记表: all that is stated, to be signed and sealed and kept with the contract (reference A4, attachments). */
export function Component() {
  return <PaperPage render={(contract) => <Form contract={contract} />} />;
}

function Form({ contract }: { contract: Contract }) {
  const t = useWords(paperWords);
  const c = useWords(contractWords);
  if (!hasPapers(contract)) return <NoPaper id={contract.id} title={t.formNone} text={t.formNoneText} />;
  const numbers = [
    [c.acceptanceNumber, contract.acceptanceNumber],
    [c.number, contract.registrationNumber],
    [c.nationalNumber, contract.registrationNumber && (contract.nationalRegNo ?? c.notWrittenBack)],
  ].filter(([, number]) => number);
  return (
    <Paper contract={contract} title={t.form} wide>
      <p className={css['paperHead']}>
        <span>{t.formCode}</span>
        {contract.submittedAt === null && <span className="quiet">{t.unsubmitted}</span>}
        {numbers.map(([label, number]) => (
          <span key={label}>
            {label} <span className="mono">{number}</span>
          </span>
        ))}
      </p>
      <h2>{contract.title || c.untitled}</h2>
      <ContractDetails
        contract={contract}
        files={
          <Section title={c.files}>
            <FileList contract={contract} />
          </Section>
        }
      />
      <dl className={css['signatures']}>
        {[
          [t.sellerSeal, contract.sellers[0]?.name ?? ''],
          [t.registrySeal, contract.registry?.name ?? ''],
          [t.representative, ''],
          [
            t.reviewers,
            [contract.firstReviewerName, contract.secondReviewerName].filter(Boolean).join(' / '),
          ],
          [t.day, ''],
          [t.day, contract.registeredOn ? <Day key="on" on={contract.registeredOn} /> : ''],
        ].map(([label, value], index) => (
          <div key={index}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
}
