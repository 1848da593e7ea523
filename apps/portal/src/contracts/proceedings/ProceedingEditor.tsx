import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { useClient, type TypedDocumentNode } from 'urql';
import { findAction } from '../../api/actions.js';
import { useCommand, type Command, type Outcome } from '../../api/command.js';
import { useDraft, type StoredDraft } from '../../design/draft.js';
import { Facts } from '../../design/DetailPage.js';
import { InlineActions } from '../../design/InlineActions.js';
import { Notice, Violations } from '../../design/States.js';
import { StepForm, type Step } from '../../design/StepForm.js';
import { useToast } from '../../design/Toast.js';
import { useWords } from '../../i18n/index.js';
import { Findings } from '../checks/Findings.js';
import { formSteps } from '../form/formSteps.js';
import { contractWords } from '../words.js';
import { proceedingActWords } from './actWords.js';
import * as commands from './commands.js';
import { ProceedingDocument } from './documents.js';
import { ReceiptPart } from './ReceiptPart.js';
import { receiptWords } from './receiptWords.js';
import { paperFormOf, paperInputOf, type Paper, type PaperForm, type Proceeding } from './types.js';
import { proceedingWords } from './words.js';
import { WhyPart } from './WhyPart.js';
import { common } from '../../i18n/common.js';

const stored = (paper: Paper): StoredDraft<PaperForm> => ({
  id: paper.id,
  version: paper.version,
  content: paperFormOf(paper),
  missing: paper.missing,
});

interface Target {
  readonly id: string;
  readonly expectedVersion: number;
}
type Handing<D> = TypedDocumentNode<D, { input: Target & { clientMutationId: string } }>;

/** Handing in, by the kind's own mutation. */
function useHandIn(kind: Proceeding['kind']): Command<unknown, Target & { clientMutationId: string }> {
  const documents: Readonly<Record<Proceeding['kind'], Handing<unknown>>> = {
    CHANGE: commands.RequestContractChangeDocument,
    SUPPLEMENT: commands.RequestRoyaltySupplementDocument,
    CANCELLATION: commands.RequestContractCancellationDocument,
    REVOCATION: commands.GiveRevocationNoticeDocument,
    OBJECTION: commands.LodgeObjectionDocument,
  };
  return useCommand(documents[kind]);
}

/** A change, supplement, cancellation, revocation notice or objection while it is written: saved by itself, checked at every save. */
export function ProceedingEditor({ proceeding }: { proceeding: Proceeding }) {
  const { kind, contract } = proceeding;
  const t = useWords(proceedingWords);
  const { list } = useWords(common);
  const a = useWords(proceedingActWords);
  const c = useWords(contractWords);
  const r = useWords(receiptWords);
  const client = useClient();
  const toast = useToast();
  const navigate = useNavigate();
  const [paper, setPaper] = useState<Paper>(proceeding);
  const save = useCommand(commands.SaveProceedingDraftDocument);
  const remove = useCommand(commands.RemoveProceedingFileDocument);
  const discard = useCommand(commands.DiscardProceedingDocument);
  const handIn = useHandIn(kind);

  const load = useCallback(
    async (id: string): Promise<StoredDraft<PaperForm> | null> => {
      const answer = await client
        .query(ProceedingDocument, { id }, { requestPolicy: 'network-only' })
        .toPromise();
      const found = answer.data?.contractProceeding;
      if (!found) return null;
      setPaper(found);
      return stored(found);
    },
    [client],
  );
  const draft = useDraft<PaperForm>({
    initial: stored(proceeding),
    empty: paperFormOf(proceeding),
    load,
    async save({ expectedVersion, content }): Promise<Outcome<StoredDraft<PaperForm>>> {
      const outcome = await save.run({
        id: proceeding.id,
        expectedVersion: expectedVersion ?? 0,
        ...paperInputOf(kind, content),
      });
      if (!outcome.ok) return outcome;
      const next = outcome.data.saveProceedingDraft.proceeding;
      setPaper(next);
      return { ok: true, data: stored(next) };
    },
  });
  const { content, patch } = draft;
  const inTurn = (act: (version: number) => Promise<void>): Promise<boolean> =>
    draft.alongside(async ({ version }) => {
      await act(version);
      return load(proceeding.id);
    });
  const removeFile = (fileId: string): Promise<boolean> =>
    inTurn(async (expectedVersion) => {
      await remove.run({ id: proceeding.id, expectedVersion, fileId });
    });
  const { form } = content;
  const steps: readonly Step[] = [
    {
      key: 'why',
      title: a.why,
      paths: [
        'reason',
        'grounds',
        'groundOn',
        'files',
        'benefits',
        'objector',
        'objectorName',
        'documentNumber',
      ],
      render: () => (
        <WhyPart
          paper={paper}
          form={content}
          patch={patch}
          inTurn={inTurn}
          onRemove={(fileId) => void removeFile(fileId)}
          removal={remove.failure}
        />
      ),
    },
    ...(kind === 'SUPPLEMENT'
      ? [
          {
            key: 'receipt',
            title: r.title,
            paths: ['receipt', 'money'],
            render: () => <ReceiptPart paper={paper} contract={contract} form={content} patch={patch} />,
          },
        ]
      : []),
    ...(form ? Object.values(formSteps(form, (change) => patch({ form: { ...form, ...change } }), c)) : []),
  ];
  const canDiscard = findAction(paper.availableActions, 'discard');
  return (
    <StepForm
      title={a.titles[kind]}
      intro={
        <>
          <p>{a.intros[kind]}</p>
          {paper.state === 'RETURNED' && paper.deficiencies.length > 0 && (
            <Notice tone="amber" icon="warn">
              <strong>{t.deficiencies}</strong>
              <Violations violations={paper.deficiencies.map((entry) => ({ ...entry, code: '' }))} />
            </Notice>
          )}
        </>
      }
      steps={steps}
      draft={draft}
      submitLabel={a.submits[kind]}
      onSubmit={async ({ id, version }) => {
        const outcome = await handIn.run({ id, expectedVersion: version });
        if (outcome.ok) toast(a.submitted[kind]);
        return outcome;
      }}
      extraActions={
        canDiscard && (
          <InlineActions
            available={[canDiscard]}
            specs={{
              discard: {
                label: a.discard,
                tone: 'danger',
                confirm: a.discardAsk,
                done: a.discardDone,
                run: async () => {
                  const saved = await draft.flush();
                  const outcome = await discard.run({
                    id: proceeding.id,
                    expectedVersion: saved?.version ?? draft.version,
                  });
                  if (outcome.ok) void navigate(`/contracts/${contract.id}`, { replace: true });
                  return outcome;
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
              { label: t.contract, value: contract.title },
              { label: t.registrationNumber, value: contract.registrationNumber ?? '—' },
              ...(kind === 'CHANGE'
                ? [
                    {
                      label: a.changedFields,
                      value: list(paper.changes.map((subject) => t.subject[subject])) || a.nothingChanged,
                    },
                  ]
                : []),
            ]}
          />
          {paper.findings.length > 0 && <Findings findings={paper.findings} />}
        </>
      }
    />
  );
}
