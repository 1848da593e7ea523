import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { useClient, useQuery } from 'urql';
import { findAction } from '../api/actions.js';
import { useClockOffset } from '../api/city.js';
import { useCommand, type Outcome } from '../api/command.js';
import { MoneyInput } from '../design/AmountInputs.js';
import { yuan } from '../design/amounts.js';
import { DateInput } from '../design/DateInput.js';
import { Facts } from '../design/DetailPage.js';
import { useDraft, type StoredDraft } from '../design/draft.js';
import { Field, SelectInput, TextArea, TextInput } from '../design/Field.js';
import { InlineActions } from '../design/InlineActions.js';
import { Rows } from '../design/Rows.js';
import { Notice } from '../design/States.js';
import { StepForm, type Step } from '../design/StepForm.js';
import { useToast } from '../design/Toast.js';
import { Money } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { DiscardRewardDocument, DiscloseRewardDocument, SaveRewardDocument } from './commands.js';
import { RewardCandidatesDocument, RewardDocument } from './documents.js';
import { formOf, inputOf, type PersonLine, type Reward, type RewardForm } from './types.js';
import { rewardWords } from './words.js';

const stored = (reward: Reward): StoredDraft<RewardForm> => ({
  id: reward.id,
  version: reward.version,
  content: formOf(reward),
  missing: reward.missing,
});

interface PartProps {
  readonly form: RewardForm;
  readonly patch: (change: Partial<RewardForm>) => void;
  readonly reward: Reward;
}

const YEAR_END = '-12-31';
/** Years whose profit may still be shared: the law's five, and one to put right what was forgotten. */
const YEARS_BACK = 6;

/** 自行实施: the result, since when it is produced, and the year's profit from it. */
function OwnUsePart({ form, patch }: Pick<PartProps, 'form' | 'patch'>) {
  const t = useWords(rewardWords);
  const thisYear = new Date(Date.now() + useClockOffset()).getFullYear();
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(thisYear - 1 - back));
  return (
    <>
      <Field label={t.result} path="resultTitle" required>
        <TextInput value={form.resultTitle} onChange={(resultTitle) => patch({ resultTitle })} />
      </Field>
      <Field label={t.producedOn} path="producedOn" hint={t.producedHint} required>
        <DateInput value={form.producedOn} onChange={(producedOn) => patch({ producedOn })} />
      </Field>
      <Field label={t.profitYear} path="receivedOn" required>
        <SelectInput
          value={form.receivedOn?.slice(0, 4) ?? ''}
          placeholder={t.chooseYear}
          choices={years.map((year) => ({ value: year, label: year }))}
          onChange={(year) => patch({ receivedOn: year === '' ? null : `${year}${YEAR_END}` })}
        />
      </Field>
      <Field label={t.profit} path="income" hint={t.profitHint} required>
        <MoneyInput value={form.income} onChange={(income) => patch({ income })} />
      </Field>
    </>
  );
}

/** What came in by a contract, and what it cost. */
function ReceiptPart({ form, patch, reward }: PartProps) {
  const t = useWords(rewardWords);
  const shares = reward.mode === 'INVESTMENT';
  return (
    <>
      <Field label={shares ? t.receivedShares : t.receivedOn} path="receivedOn" required>
        <DateInput value={form.receivedOn} onChange={(receivedOn) => patch({ receivedOn })} />
      </Field>
      <Field label={shares ? t.shares : t.income} path="income" required>
        <MoneyInput value={form.income} onChange={(income) => patch({ income })} />
      </Field>
      <Field label={t.cost} path="cost" optional>
        <MoneyInput value={form.cost} onChange={(cost) => patch({ cost })} />
      </Field>
      <Field label={t.taxes} path="taxes" optional>
        <MoneyInput value={form.taxes} onChange={(taxes) => patch({ taxes })} />
      </Field>
    </>
  );
}

function IncomePart(part: PartProps) {
  const t = useWords(rewardWords);
  const { form, patch, reward } = part;
  return (
    <>
      {reward.mode === 'OWN_USE' ? <OwnUsePart form={form} patch={patch} /> : <ReceiptPart {...part} />}
      <Field label={t.basis} path="basis" hint={t.basisHint} required>
        <TextArea value={form.basis} max={500} rows={3} onChange={(basis) => patch({ basis })} />
      </Field>
    </>
  );
}

const blank = (): PersonLine => ({ personId: '', name: '', part: 'MAIN', contribution: '', amount: null });

function PeoplePart({ form, patch, reward }: PartProps) {
  const t = useWords(rewardWords);
  const [candidates] = useQuery({ query: RewardCandidatesDocument, variables: { rewardId: reward.id } });
  const colleagues = candidates.data?.rewardCandidates ?? [];
  const sum = form.people.reduce((total, { amount }) => total + (amount ?? 0), 0);
  return (
    <>
      <Field label={t.total} path="total" required>
        <MoneyInput value={form.total} onChange={(total) => patch({ total })} />
      </Field>
      <Field label={t.people} path="people" group>
        <Rows<PersonLine>
          rows={form.people}
          blank={blank}
          max={100}
          addLabel={t.addPerson}
          removeLabel={t.removePerson}
          onChange={(people) => patch({ people })}
          render={(row, change, index) => (
            <>
              <Field label={t.account} path={`people.${index}.personId`} hint={t.accountHint} optional>
                <SelectInput
                  value={row.personId}
                  placeholder={t.noAccount}
                  choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={(personId) =>
                    change({
                      personId,
                      name: colleagues.find(({ id }) => id === personId)?.name ?? row.name,
                    })
                  }
                />
              </Field>
              <Field label={t.person} path={`people.${index}.name`} required>
                <TextInput value={row.name} onChange={(name) => change({ name })} />
              </Field>
              <Field label={t.part} path={`people.${index}.part`} required>
                <SelectInput
                  value={row.part}
                  choices={choicesFrom(t.parts)}
                  onChange={(part) => change({ part: part as PersonLine['part'] })}
                />
              </Field>
              <Field label={t.amount} path={`people.${index}.amount`} required>
                <MoneyInput value={row.amount} onChange={(amount) => change({ amount })} />
              </Field>
              <Field label={t.contribution} path={`people.${index}.contribution`} required>
                <TextInput value={row.contribution} onChange={(contribution) => change({ contribution })} />
              </Field>
            </>
          )}
        />
      </Field>
      <p className="quiet num" role="status">
        {sum === (form.total ?? 0) && sum > 0 ? t.sumFits : t.sum(yuan(sum), yuan(form.total ?? 0))}
      </p>
      <Field label={t.channel} path="channel" hint={t.channelHint} required>
        <TextInput value={form.channel} onChange={(channel) => patch({ channel })} />
      </Field>
    </>
  );
}

/** What the first part of the form is about. */
function incomeTitle(t: { shares: string; profit: string; net: string }, { mode }: Reward): string {
  if (mode === 'INVESTMENT') return t.shares;
  return mode === 'OWN_USE' ? t.profit : t.net;
}

/** The plan while the office writes it: saved by itself, checked at every save. */
export function RewardEditor({ reward }: { reward: Reward }) {
  const t = useWords(rewardWords);
  const client = useClient();
  const toast = useToast();
  const navigate = useNavigate();
  const save = useCommand(SaveRewardDocument);
  const disclose = useCommand(DiscloseRewardDocument);
  const discard = useCommand(DiscardRewardDocument);
  const load = useCallback(
    async (id: string): Promise<StoredDraft<RewardForm> | null> => {
      const answer = await client
        .query(RewardDocument, { id }, { requestPolicy: 'network-only' })
        .toPromise();
      return answer.data?.reward ? stored(answer.data.reward) : null;
    },
    [client],
  );
  const draft = useDraft<RewardForm>({
    initial: stored(reward),
    empty: formOf(reward),
    load,
    async save({ expectedVersion, content }): Promise<Outcome<StoredDraft<RewardForm>>> {
      const outcome = await save.run({
        id: reward.id,
        expectedVersion: expectedVersion ?? 0,
        ...inputOf(content),
      });
      if (!outcome.ok) return outcome;
      return { ok: true, data: stored(outcome.data.saveReward.reward ?? reward) };
    },
  });
  const { content: form, patch } = draft;
  const part = { form, patch, reward };
  const steps: readonly Step[] = [
    {
      key: 'income',
      title: incomeTitle(t, reward),
      paths: ['resultTitle', 'producedOn', 'receivedOn', 'income', 'cost', 'taxes', 'basis'],
      render: () => <IncomePart {...part} />,
    },
    {
      key: 'people',
      title: t.people,
      paths: ['total', 'people', 'channel'],
      render: () => <PeoplePart {...part} />,
    },
  ];
  const mayDiscard = findAction(reward.availableActions, 'discard');
  return (
    <StepForm
      title={reward.title === '' ? t.modes[reward.mode] : `${t.ofContract} · ${reward.title}`}
      notices={<Notice>{t.article}</Notice>}
      steps={steps}
      draft={draft}
      submitLabel={t.disclose}
      onSubmit={async ({ id, version }) => {
        const outcome = await disclose.run({ id, expectedVersion: version });
        if (outcome.ok) toast(t.disclosed);
        return outcome;
      }}
      extraActions={
        mayDiscard && (
          <InlineActions
            available={[mayDiscard]}
            specs={{
              discard: {
                label: t.discard,
                tone: 'danger',
                confirm: t.discardAsk,
                done: t.discarded,
                run: async () => {
                  const saved = await draft.flush();
                  const outcome = await discard.run({
                    id: reward.id,
                    expectedVersion: saved?.version ?? draft.version,
                  });
                  if (outcome.ok) void navigate('/rewards');
                  return outcome;
                },
              },
            }}
          />
        )
      }
      summary={
        <Facts
          facts={[
            { label: reward.mode === 'OWN_USE' ? t.profit : t.net, value: <Money fen={net(form)} /> },
            { label: t.leastTotal, value: <Money fen={reward.leastTotal} /> },
            { label: t.leastMain, value: <Money fen={reward.leastMain} /> },
          ]}
        />
      }
    />
  );
}

const net = ({ income, cost, taxes }: RewardForm): number => (income ?? 0) - (cost ?? 0) - (taxes ?? 0);
