import { useCallback, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useClient } from 'urql';
import { findAction } from '../api/actions.js';
import { useCommand, type Outcome } from '../api/command.js';
import { Button } from '../design/Button.js';
import { useDraft, type StoredDraft } from '../design/draft.js';
import { AsideProvider } from '../design/Field.js';
import { InlineActions } from '../design/InlineActions.js';
import { Facts } from '../design/DetailPage.js';
import { Notice, Refusal } from '../design/States.js';
import { StepForm, type Step } from '../design/StepForm.js';
import { useToast } from '../design/Toast.js';
import { Money } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import {
  SaveApplicationDocument,
  SubmitApplicationDocument,
  WithdrawApplicationDocument,
} from './commands.js';
import { CounterNotice } from './counter/CounterNotice.js';
import { Deficiencies } from './Deficiencies.js';
import { ContractDocument } from './documents.js';
import { FieldWarnings, Findings } from './checks/Findings.js';
import { ChecklistPart } from './form/ChecklistPart.js';
import { FilesPart } from './form/FilesPart.js';
import { formSteps } from './form/formSteps.js';
import { formOf, inputOf, type ApplicationForm } from './form/state.js';
import { contractLabels } from './labels.js';
import { paperWords } from './paperWords.js';
import { blocksOf, warningsOf, type Contract, type ContractFields, type Finding } from './types.js';
import { ClassSuggestion } from './text/ClassSuggestion.js';
import { Decision, FieldProposals, isOpen } from './text/proposals.js';
import { proposalsIn, useDecide } from './text/useProposals.js';
import { contractWords } from './words.js';

const stored = (
  contract: ContractFields & {
    readonly id: string;
    readonly version: number;
    readonly findings: readonly Finding[];
  },
): StoredDraft<ApplicationForm> => ({
  id: contract.id,
  version: contract.version,
  content: formOf(contract),
  missing: blocksOf(contract.findings),
});

/** The application while the applicant writes it: in steps, saved by itself, checked at every save. */
export function ApplicationEditor({ contract }: { contract: Contract }) {
  const t = useWords(contractWords);
  const labels = useWords(contractLabels);
  const p = useWords(paperWords);
  const client = useClient();
  const toast = useToast();
  const save = useCommand(SaveApplicationDocument);
  const submit = useCommand(SubmitApplicationDocument);
  const withdraw = useCommand(WithdrawApplicationDocument);

  const load = useCallback(
    async (id: string): Promise<StoredDraft<ApplicationForm> | null> => {
      const answer = await client
        .query(ContractDocument, { id }, { requestPolicy: 'network-only' })
        .toPromise();
      return answer.data?.contract ? stored(answer.data.contract) : null;
    },
    [client],
  );
  const draft = useDraft<ApplicationForm>({
    initial: stored(contract),
    empty: formOf(contract),
    load,
    async save({ expectedVersion, content }): Promise<Outcome<StoredDraft<ApplicationForm>>> {
      const outcome = await save.run({
        id: contract.id,
        expectedVersion: expectedVersion ?? 0,
        form: inputOf(content),
      });
      return outcome.ok ? { ok: true, data: stored(outcome.data.saveApplicationDraft.contract) } : outcome;
    },
  });
  const { content: form, patch } = draft;
  const inTurn = (act: (version: number) => Promise<void>): Promise<boolean> =>
    draft.alongside(async ({ version }) => {
      await act(version);
      return load(contract.id);
    });
  const { learn } = draft;
  const onRead = useCallback(async (): Promise<void> => {
    const now = await load(contract.id);
    if (now) learn(now.version, now.missing);
  }, [load, learn, contract.id]);
  const parts = formSteps(form, patch, t);
  const steps: readonly Step[] = [
    {
      ...parts.project,
      render: () => (
        <>
          {!hasText && <Notice icon="upload">{t.textFirst}</Notice>}
          {parts.project.render()}
        </>
      ),
    },
    parts.sellers,
    parts.buyers,
    parts.content,
    {
      key: 'checklist',
      title: t.checklist,
      paths: ['checklist'],
      render: () => <ChecklistPart form={form} patch={patch} conditions={contract.checklist} />,
    },
    parts.money,
    {
      key: 'files',
      title: t.files,
      paths: ['files'],
      render: () => (
        <FilesPart
          contract={contract}
          secret={form.flags.secret === true}
          findings={contract.findings}
          inTurn={inTurn}
          onRead={onRead}
        />
      ),
    },
    parts.flags,
  ];
  const found = proposalsIn(contract.files);
  const decide = useDecide({
    contractId: contract.id,
    version: async () => (await draft.flush())?.version ?? null,
    onDone: draft.takeTheirs,
  });
  const suggested = contract.files.find(({ reading }) => reading?.suggestion);
  const warnings = warningsOf(contract.findings);
  const read = (path: string): ReactNode =>
    path === 'subclass' && suggested?.reading?.suggestion ? (
      <ClassSuggestion
        contractId={contract.id}
        fileId={suggested.id}
        suggestion={suggested.reading.suggestion}
        chosen={form.subclass}
      >
        {suggested.reading.proposals
          .filter((proposal) => proposal.field === path && isOpen(proposal))
          .map((proposal) => (
            <Decision key={proposal.id} proposal={proposal} decide={decide} />
          ))}
      </ClassSuggestion>
    ) : (
      <FieldProposals contractId={contract.id} path={path} found={found} decide={decide} />
    );
  const aside = (path: string): ReactNode => (
    <>
      {read(path)}
      <FieldWarnings findings={warnings} path={path} />
    </>
  );
  const hasText = contract.files.some(({ kind }) => kind === 'CONTRACT_TEXT');
  const canWithdraw = findAction(contract.availableActions, 'withdraw');
  return (
    <AsideProvider value={aside}>
      <StepForm
        title={
          contract.state === 'RETURNED'
            ? `${t.applicationTitle} · ${labels.state.RETURNED}`
            : t.applicationTitle
        }
        notices={
          <>
            <Deficiencies contract={contract} />
            <CounterNotice contract={contract} />
          </>
        }
        steps={steps}
        draft={draft}
        submitLabel={t.submit}
        onSubmit={async ({ id, version }) => {
          const outcome = await submit.run({ id, expectedVersion: version });
          if (outcome.ok) toast(t.submitDone);
          return outcome;
        }}
        extraActions={
          canWithdraw && (
            <InlineActions
              available={[canWithdraw]}
              specs={{
                withdraw: {
                  label: t.withdraw,
                  tone: 'danger',
                  confirm: t.withdrawAsk,
                  reason: { label: t.withdrawReason, required: true, max: 1000 },
                  done: t.withdrawDone,
                  run: async ({ reason }) => {
                    const saved = await draft.flush();
                    return withdraw.run({
                      id: contract.id,
                      expectedVersion: saved?.version ?? draft.version,
                      reason,
                    });
                  },
                },
              }}
            />
          )
        }
        summary={
          <>
            <Facts
              facts={[
                { label: t.columns.project, value: form.title || t.untitled },
                { label: t.class, value: labels.class[form.subclass.slice(0, 1)] ?? '—' },
                { label: t.total, value: <Money fen={form.money.total} /> },
                { label: t.technical, value: <Money fen={form.money.technical} /> },
              ]}
            />
            <Link to={`/contracts/${contract.id}/form`}>{p.form}</Link>
            {contract.deal && (
              <Button size="small" to={`/deals/${contract.deal.id}`}>
                {t.deal} {contract.deal.code}
              </Button>
            )}
            {warnings.length > 0 && (
              <Findings findings={warnings} answering={{ contractId: contract.id, inTurn }} />
            )}
            <Refusal failure={decide.failure} />
          </>
        }
      />
    </AsideProvider>
  );
}
