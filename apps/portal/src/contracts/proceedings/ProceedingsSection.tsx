import { useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '../../api/command.js';
import { Button } from '../../design/Button.js';
import { DataTable } from '../../design/DataTable.js';
import { Facts, Section, type Fact } from '../../design/DetailPage.js';
import { FormDialog } from '../../design/FormDialog.js';
import { useKept } from '../../design/kept.js';
import { StatusTag } from '../../design/StatusTag.js';
import { Day, Money } from '../../design/Values.js';
import type { ContractProceedingsOfQuery } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { contractLabels } from '../labels.js';
import { DeadlineTag } from '../review/DeadlineTag.js';
import type { Contract } from '../types.js';
import { proceedingActWords } from './actWords.js';
import { BenefitRows } from './BenefitsPart.js';
import { ReportBenefitUseDocument } from './commands.js';
import { ProceedingsOfDocument } from './documents.js';
import { emptyBenefit, wholeBenefits, type BenefitForm } from './types.js';
import { proceedingTones, proceedingWords } from './words.js';

type Found = NonNullable<ContractProceedingsOfQuery['contract']>;
type Entry = Found['proceedings'][number];

function useFacts(entry: Entry): Fact[] {
  const t = useWords(proceedingWords);
  const { openedOn, deadline, defendUntil, grounds, decidedOn, decision } = entry;
  const facts: Fact[] = [{ label: t.opener, value: entry.openerName }];
  if (openedOn) facts.push({ label: t.openedOn, value: <Day on={openedOn} /> });
  if (deadline) facts.push({ label: t.due, value: <DeadlineTag deadline={deadline} /> });
  if (defendUntil) facts.push({ label: t.defendUntil, value: <Day on={defendUntil} /> });
  if (entry.reason) facts.push({ label: t.reason, value: entry.reason });
  if (grounds.length > 0) facts.push({ label: t.grounds, value: grounds.map(({ name }) => name).join('；') });
  if (decidedOn) facts.push({ label: t.decidedOn, value: <Day on={decidedOn} /> });
  if (decision) facts.push({ label: t.decision, value: decision.opinion });
  if (decision && decision.articles.length > 0)
    facts.push({ label: t.articles, value: decision.articles.join('；') });
  return facts;
}

function ProceedingEntry({ entry }: { entry: Entry }) {
  const t = useWords(proceedingWords);
  const a = useWords(proceedingActWords);
  const facts = useFacts(entry);
  const writes = entry.availableActions.some(({ action, enabled }) => action === 'editDraft' && enabled);
  const acts = entry.availableActions.some(({ enabled }) => enabled);
  return (
    <article className="stack">
      <h3 className="row">
        {t.kind[entry.kind]}
        <StatusTag tone={proceedingTones[entry.state]}>{t.state[entry.state]}</StatusTag>
      </h3>
      <Facts facts={facts} />
      <div>
        <Button size="small" tone={acts ? 'primary' : 'default'} to={`/proceedings/${entry.id}`}>
          {writes ? t.goOn : acts && entry.state === 'OPEN' ? a.waitsForYou : t.open}
        </Button>
      </div>
    </article>
  );
}

function ReportDialog({ contractId, onClose }: { contractId: string; onClose: () => void }) {
  const t = useWords(proceedingWords);
  const report = useCommand(ReportBenefitUseDocument);
  const [rows, setRows] = useKept<readonly BenefitForm[]>('benefits', 'rows', [emptyBenefit]);
  return (
    <FormDialog
      kept="benefits"
      title={t.report}
      done={t.reportDone}
      onClose={onClose}
      disabled={rows.length === 0 || wholeBenefits(rows).length < rows.length}
      onSubmit={() => report.run({ contractId, benefits: wholeBenefits(rows) })}
    >
      <p>{t.reportAsk}</p>
      <BenefitRows rows={rows} onChange={setRows} />
    </FormDialog>
  );
}

function Benefits({ contract, uses }: { contract: Contract; uses: Found['benefitUses'] }) {
  const t = useWords(proceedingWords);
  const labels = useWords(contractLabels);
  const [reporting, setReporting] = useState(false);
  const reports = contract.sight === 'APPLICANT' && contract.registrationNumber !== null;
  if (uses.length === 0 && !reports) return null;
  return (
    <Section
      title={t.benefits}
      id="benefits"
      extra={
        reports && (
          <Button size="small" onClick={() => setReporting(true)}>
            {t.report}
          </Button>
        )
      }
    >
      {uses.length === 0 ? (
        <p className="quiet">{t.noneUsed}</p>
      ) : (
        <DataTable
          caption={t.benefits}
          rows={uses}
          keyOf={(row, index) => `${row.benefit}:${index}`}
          columns={[
            { key: 'benefit', title: t.benefit, render: (row) => labels.tax[row.benefit] },
            { key: 'amount', title: t.amount, right: true, render: (row) => <Money fen={row.amount} /> },
            { key: 'usedOn', title: t.usedOn, render: (row) => <Day on={row.usedOn} /> },
            { key: 'note', title: t.note, render: (row) => row.note || '—' },
          ]}
        />
      )}
      {reporting && <ReportDialog contractId={contract.id} onClose={() => setReporting(false)} />}
    </Section>
  );
}

/** 登记后事项: changes, cancellation, revocation and objections, as far as the viewer may know of them. */
export function ProceedingsSection({ contract }: { contract: Contract }) {
  const t = useWords(proceedingWords);
  const [result] = useQuery({
    query: ProceedingsOfDocument,
    variables: { id: contract.id },
    requestPolicy: 'cache-and-network',
  });
  const found = result.data?.contract;
  if (!found) return null;
  return (
    <>
      {found.proceedings.length > 0 && (
        <Section title={t.title} id="proceedings">
          {found.proceedings.map((entry) => (
            <ProceedingEntry key={entry.id} entry={entry} />
          ))}
        </Section>
      )}
      <Benefits contract={contract} uses={found.benefitUses} />
    </>
  );
}
