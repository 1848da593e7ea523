import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActionRail } from '../../design/ActionRail.js';
import { DataTable } from '../../design/DataTable.js';
import { DetailPage, Panel, Section, type Fact } from '../../design/DetailPage.js';
import { Loaded } from '../../design/Loaded.js';
import { Notice, Violations } from '../../design/States.js';
import { StatusTag } from '../../design/StatusTag.js';
import { FileLinks } from '../../design/UploadList.js';
import { Day, Money, When } from '../../design/Values.js';
import { useWords } from '../../i18n/index.js';
import { Findings } from '../checks/Findings.js';
import { contractLabels, contractTones } from '../labels.js';
import { DeadlineTag } from '../review/DeadlineTag.js';
import { contractWords } from '../words.js';
import { useDifferences } from './differences.js';
import { ProceedingDocument } from './documents.js';
import { ProceedingEditor } from './ProceedingEditor.js';
import { ReceiptFacts } from './ReceiptPart.js';
import { receiptWords } from './receiptWords.js';
import type { Proceeding } from './types.js';
import { useProceedingActs } from './useProceedingActs.js';
import { proceedingTones, proceedingWords } from './words.js';
import { common } from '../../i18n/common.js';
import { groundWords } from './grounds.js';

/** One matter after the decision: the form while its side writes it, otherwise the paper with what can be done. */
export function Component() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({
    query: ProceedingDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  const proceeding = result.data?.contractProceeding;
  return (
    <div className={proceeding ? undefined : 'wrap'}>
      <Loaded page result={result} value={proceeding} onRetry={reload}>
        {(found) =>
          found.availableActions.some(({ action, enabled }) => action === 'editDraft' && enabled) ? (
            <ProceedingEditor key={found.id} proceeding={found} />
          ) : (
            <ProceedingView key={found.id} proceeding={found} reload={reload} />
          )
        }
      </Loaded>
    </div>
  );
}

function useFacts(proceeding: Proceeding): Fact[] {
  const t = useWords(proceedingWords);
  const { list } = useWords(common);
  const { contract, openedOn, deadline, defendUntil, decidedOn, groundOn, changes } = proceeding;
  const facts: Fact[] = [
    { label: t.contract, value: <Link to={`/contracts/${contract.id}`}>{contract.title}</Link> },
  ];
  if (contract.registrationNumber)
    facts.push({
      label: t.registrationNumber,
      value: <span className="mono">{contract.registrationNumber}</span>,
    });
  facts.push({ label: t.opener, value: proceeding.openerName });
  if (proceeding.documentNumber) facts.push({ label: t.documentNumber, value: proceeding.documentNumber });
  if (openedOn) facts.push({ label: t.openedOn, value: <Day on={openedOn} /> });
  if (deadline) facts.push({ label: t.due, value: <DeadlineTag deadline={deadline} /> });
  if (defendUntil) facts.push({ label: t.defendUntil, value: <Day on={defendUntil} /> });
  if (groundOn) facts.push({ label: t.groundOn, value: <Day on={groundOn} /> });
  if (changes.length > 0)
    facts.push({
      label: t.changedSubjects,
      value: list(changes.map((subject) => t.subject[subject])),
    });
  if (decidedOn) facts.push({ label: t.decidedOn, value: <Day on={decidedOn} /> });
  return facts;
}

function Changes({ proceeding }: { proceeding: Proceeding }) {
  const t = useWords(proceedingWords);
  const differences = useDifferences();
  const { base, proposal } = proceeding;
  if (!base || !proposal) return null;
  const text = (value: string) => <span className="prose">{value || '—'}</span>;
  return (
    <Section title={t.changes} id="changes">
      <DataTable
        caption={t.changes}
        rows={differences(base, proposal)}
        keyOf={({ label }) => label}
        columns={[
          { key: 'field', title: t.field, width: '22%', render: ({ label }) => label },
          { key: 'before', title: t.before, render: ({ before }) => text(before) },
          { key: 'after', title: t.after, render: ({ after }) => text(after) },
        ]}
      />
    </Section>
  );
}

function Benefits({ proceeding }: { proceeding: Proceeding }) {
  const t = useWords(proceedingWords);
  const labels = useWords(contractLabels);
  if (proceeding.benefits.length === 0)
    return proceeding.noBenefits ? (
      <Section title={t.benefits} id="benefits">
        <p>{t.noBenefits}</p>
      </Section>
    ) : null;
  return (
    <Section title={t.benefits} id="benefits">
      <DataTable
        caption={t.benefits}
        rows={proceeding.benefits}
        keyOf={(row, index) => `${row.benefit}:${index}`}
        columns={[
          { key: 'benefit', title: t.benefit, render: (row) => labels.tax[row.benefit] },
          { key: 'amount', title: t.amount, right: true, render: (row) => <Money fen={row.amount} /> },
          { key: 'usedOn', title: t.usedOn, render: (row) => <Day on={row.usedOn} /> },
          { key: 'note', title: t.note, render: (row) => row.note || '—' },
        ]}
      />
    </Section>
  );
}

/** What each side has said of it, in the order of the procedure. */
function Words({ proceeding }: { proceeding: Proceeding }) {
  const t = useWords(proceedingWords);
  const { examination, decision } = proceeding;
  return (
    <>
      {proceeding.defences.length > 0 && (
        <Section title={t.defence} id="defence">
          {proceeding.defences.map((defence) => (
            <div key={defence.at}>
              <p className="quiet">
                {defence.personName} · <When at={defence.at} />
                {defence.final && ` · ${t.defenceFinal}`}
              </p>
              <p className="prose">{defence.statement}</p>
            </div>
          ))}
        </Section>
      )}
      {examination && (
        <Section title={`${t.examination} · ${examination.favourable ? t.favourable : t.against}`}>
          <p className="quiet">
            {examination.examinerName} · <When at={examination.at} />
          </p>
          <p className="prose">{examination.opinion}</p>
        </Section>
      )}
      {decision && (
        <Section title={t.decision} id="decision">
          <p className="quiet">
            {decision.deciderName} <When at={decision.at} />
          </p>
          <p className="prose">{decision.opinion}</p>
          {decision.articles.length > 0 && (
            <p className="quiet">
              {t.articles} {decision.articles.join('；')}
            </p>
          )}
        </Section>
      )}
    </>
  );
}

function ProceedingView({ proceeding, reload }: { proceeding: Proceeding; reload: () => void }) {
  const t = useWords(proceedingWords);
  const c = useWords(contractWords);
  const r = useWords(receiptWords);
  const labels = useWords(contractLabels);
  const facts = useFacts(proceeding);
  const names = useWords(groundWords);
  const { kind } = proceeding;
  const groundNames = kind === 'CANCELLATION' || kind === 'REVOCATION' ? names[kind] : {};
  const acts = useProceedingActs(proceeding, reload);
  const { contract, files } = proceeding;
  const evidence = files.filter(({ purpose }) => purpose === 'EVIDENCE');
  const defence = files.filter(({ purpose }) => purpose === 'DEFENCE');
  return (
    <DetailPage
      title={`${t.kind[proceeding.kind]} · ${contract.title}`}
      crumbs={[
        { label: c.contracts, to: '/contracts' },
        { label: contract.title, to: `/contracts/${contract.id}` },
      ]}
      eyebrow={
        <>
          <StatusTag tone={proceedingTones[proceeding.state]}>{t.state[proceeding.state]}</StatusTag>
          <StatusTag tone={contractTones[contract.state]}>{labels.state[contract.state]}</StatusTag>
        </>
      }
      facts={facts}
      actions={<ActionRail available={proceeding.availableActions} specs={acts.specs} />}
      aside={
        proceeding.taxNotice && (
          <Panel title={t.notices}>
            <p>
              {t.noticeState[proceeding.taxNotice.state]} · {t.sendBy} <Day on={proceeding.taxNotice.dueOn} />
            </p>
            <Link to={`/proceedings/${proceeding.id}/tax-notice`}>{t.printNotice}</Link>
          </Panel>
        )
      }
    >
      {proceeding.state === 'RETURNED' && (
        <Notice tone="amber" icon="warn">
          <strong>{t.deficiencies}</strong>
          <Violations violations={proceeding.deficiencies.map((entry) => ({ ...entry, code: '' }))} />
        </Notice>
      )}
      {(proceeding.reason || proceeding.grounds.length > 0) && (
        <Section title={t.reason} id="reason">
          {proceeding.grounds.length > 0 && (
            <ul>
              {proceeding.grounds.map((ground) => (
                <li key={ground.code}>
                  {groundNames[ground.code] ?? ground.name}
                  {ground.article && <span className="quiet">（{ground.article}）</span>}
                </li>
              ))}
            </ul>
          )}
          {proceeding.reason && <p className="prose">{proceeding.reason}</p>}
        </Section>
      )}
      {proceeding.receipt && (
        <Section title={r.title} id="receipt">
          <ReceiptFacts receipt={proceeding.receipt} />
        </Section>
      )}
      <Changes proceeding={proceeding} />
      <Benefits proceeding={proceeding} />
      {evidence.length > 0 && (
        <Section title={t.files} id="files">
          <FileLinks files={evidence} />
        </Section>
      )}
      {defence.length > 0 && (
        <Section title={t.defenceFiles} id="defence-files">
          <FileLinks files={defence} />
        </Section>
      )}
      {proceeding.findings.length > 0 && (
        <Section title={t.findings} id="findings">
          <Findings findings={proceeding.findings} weighing={contract.sight === 'REGISTRY'} />
        </Section>
      )}
      <Words proceeding={proceeding} />
      {acts.dialog}
    </DetailPage>
  );
}
