import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { findAction } from '../api/actions.js';
import { useCommand } from '../api/command.js';
import { ActionRail } from '../design/ActionRail.js';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { DetailPage, Section, type Fact } from '../design/DetailPage.js';
import { InlineActions } from '../design/InlineActions.js';
import { Loaded } from '../design/Loaded.js';
import { Notice } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Timeline } from '../design/Timeline.js';
import { Day, Money, When } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { ConfirmRewardDocument, RecallRewardDocument, VoidRewardPaymentDocument } from './commands.js';
import { RewardDocument } from './documents.js';
import { AnswerDialog, ObjectDialog, PayDialog, CorrectDialog } from './RewardDialogs.js';
import { RewardEditor } from './RewardEditor.js';
import { rewardTones, type Reward } from './types.js';
import { rewardActs, rewardWords } from './words.js';

/** One reward plan: the form while it is written, otherwise the plan to read with what can be done. */
export function Component() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({
    query: RewardDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const reward = result.data?.reward;
  return (
    <div className={reward ? undefined : 'wrap'}>
      <Loaded page result={result} value={reward} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(found) =>
          findAction(found.availableActions, 'edit') ? (
            <RewardEditor key={found.id} reward={found} />
          ) : (
            <RewardView key={found.id} reward={found} />
          )
        }
      </Loaded>
    </div>
  );
}

const percent = (basisPoints: number): string => `${(basisPoints / 100).toFixed(2)}%`;

/** What was earned and when: a receipt of a contract, or a year of the unit's own use. */
function receiptFacts({ mode, producedOn, receivedOn, net }: Reward, t: (typeof rewardWords)['zh']): Fact[] {
  if (mode === 'OWN_USE')
    return [
      { label: t.producedOn, value: <Day on={producedOn} /> },
      { label: t.profitYear, value: <span className="num">{receivedOn?.slice(0, 4)}</span> },
      { label: t.profit, value: <Money fen={net} /> },
    ];
  return [
    { label: mode === 'INVESTMENT' ? t.receivedShares : t.receivedOn, value: <Day on={receivedOn} /> },
    { label: t.net, value: <Money fen={net} /> },
  ];
}

function useFacts(reward: Reward): Fact[] {
  const t = useWords(rewardWords);
  const own = reward.mode === 'OWN_USE';
  const facts: Fact[] = [
    { label: t.unit, value: reward.organisationName },
    ...receiptFacts(reward, t),
    {
      label: t.total,
      value: (
        <>
          <Money fen={reward.total} />
          {reward.shareBasisPoints != null && (
            <span className="quiet">
              {' '}
              {own ? t.shareOfProfit : t.share} {percent(reward.shareBasisPoints)}
            </span>
          )}
        </>
      ),
    },
    { label: t.mainTotal, value: <Money fen={reward.mainTotal} /> },
    { label: t.persons, value: <span className="num">{reward.personCount}</span> },
    { label: t.paid, value: <Money fen={reward.paid} /> },
  ];
  if (reward.disclosedFrom && reward.disclosedUntil)
    facts.push({
      label: t.disclosure,
      value: (
        <>
          <Day on={reward.disclosedFrom} /> — <Day on={reward.disclosedUntil} />
        </>
      ),
    });
  if (reward.channel) facts.push({ label: t.channel, value: reward.channel });
  if (reward.basis) facts.push({ label: t.basis, value: reward.basis });
  if (reward.confirmedOn) facts.push({ label: t.confirmedOn, value: <Day on={reward.confirmedOn} /> });
  if (reward.payBy && reward.state === 'CONFIRMED' && reward.mode !== 'INVESTMENT')
    facts.push({ label: t.payBy, value: <Day on={reward.payBy} /> });
  return facts;
}

function People({ reward }: { reward: Reward }) {
  const t = useWords(rewardWords);
  if (reward.people.length === 0) return null;
  const paid = reward.people.some((person) => person.paid != null) && reward.confirmedOn != null;
  return (
    <Section title={t.people} id="people">
      <DataTable
        caption={t.people}
        rows={reward.people}
        keyOf={({ line }) => String(line)}
        columns={[
          { key: 'name', title: t.person, render: ({ name }) => <strong>{name}</strong> },
          { key: 'part', title: t.part, render: ({ part }) => t.parts[part] },
          { key: 'contribution', title: t.contribution, render: ({ contribution }) => contribution },
          { key: 'amount', title: t.amount, right: true, render: ({ amount }) => <Money fen={amount} /> },
          ...(paid
            ? [
                {
                  key: 'paid',
                  title: t.paid,
                  right: true,
                  render: (person: Reward['people'][number]) => <Money fen={person.paid} />,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function Objections({ reward }: { reward: Reward }) {
  const t = useWords(rewardWords);
  const [answering, setAnswering] = useState<string | null>(null);
  if (reward.objections.length === 0 && reward.sight !== 'OFFICE') return null;
  const mayAnswer = findAction(reward.availableActions, 'answerObjection');
  return (
    <Section title={t.objections} id="objections">
      {reward.objections.length === 0 ? (
        <p className="quiet">{t.noObjections}</p>
      ) : (
        <DataTable
          caption={t.objections}
          rows={reward.objections}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'who',
              title: t.person,
              render: ({ personName, at, round }) => (
                <>
                  {personName}
                  <br />
                  <small className="quiet">
                    {t.round(round)} · <When at={at} />
                  </small>
                </>
              ),
            },
            { key: 'statement', title: t.statement, render: ({ statement }) => statement },
            {
              key: 'verdict',
              title: t.verdict,
              render: ({ id, upheld, answer }) =>
                upheld == null ? (
                  <span className="row">
                    <StatusTag tone="attention">{t.open}</StatusTag>
                    {mayAnswer && (
                      <Button size="small" disabled={!mayAnswer.enabled} onClick={() => setAnswering(id)}>
                        {t.answer}
                      </Button>
                    )}
                  </span>
                ) : (
                  <>
                    <StatusTag tone={upheld ? 'refused' : 'rest'}>
                      {upheld ? t.upheld : t.notUpheld}
                    </StatusTag>
                    <br />
                    {answer}
                  </>
                ),
            },
          ]}
        />
      )}
      {answering && (
        <AnswerDialog reward={reward} objectionId={answering} onClose={() => setAnswering(null)} />
      )}
    </Section>
  );
}

function Payments({ reward }: { reward: Reward }) {
  const t = useWords(rewardWords);
  const cancel = useCommand(VoidRewardPaymentDocument);
  const [correcting, setCorrecting] = useState<string | null>(null);
  if (!reward.confirmedOn || (reward.sight !== 'OFFICE' && reward.sight !== 'PERSON')) return null;
  const mayVoid = findAction(reward.availableActions, 'voidPayment');
  const mayCorrect = findAction(reward.availableActions, 'correct');
  const corrected = new Set(reward.payments.flatMap(({ corrects }) => corrects ?? []));
  const nameOf = (line: number): string => reward.people.find((person) => person.line === line)?.name ?? '';
  return (
    <Section title={t.payments} id="payments">
      {reward.payments.length === 0 ? (
        <p className="quiet">{t.noPayments}</p>
      ) : (
        <DataTable
          caption={t.payments}
          rows={reward.payments}
          keyOf={({ id }) => id}
          columns={[
            { key: 'name', title: t.payFor, render: ({ line }) => nameOf(line) },
            { key: 'on', title: t.paidOn, render: ({ paidOn }) => <Day on={paidOn} /> },
            {
              key: 'voucher',
              title: t.voucher,
              render: ({ voucher }) => <span className="mono">{voucher}</span>,
            },
            { key: 'amount', title: t.amount, right: true, render: ({ amount }) => <Money fen={amount} /> },
            {
              key: 'act',
              title: '',
              render: ({ id, voidReason, correctionReason }) =>
                voidReason != null ? (
                  <span className="quiet">{t.isVoid(voidReason)}</span>
                ) : correctionReason != null ? (
                  <span className="quiet">{t.isCorrection(correctionReason)}</span>
                ) : corrected.has(id) ? (
                  <span className="quiet">{t.corrected}</span>
                ) : (
                  (mayVoid ?? mayCorrect) && (
                    <InlineActions
                      available={[mayVoid, mayCorrect].flatMap((action) => action ?? [])}
                      specs={{
                        correct: { label: t.correct, open: () => setCorrecting(id) },
                        voidPayment: {
                          label: t.void,
                          tone: 'danger',
                          reason: { label: t.voidReason, required: true, max: 500 },
                          done: t.voided,
                          run: ({ reason }) =>
                            cancel.run({
                              id: reward.id,
                              expectedVersion: reward.version,
                              paymentId: id,
                              reason,
                            }),
                        },
                      }}
                    />
                  )
                ),
            },
          ]}
        />
      )}
      {correcting && (
        <CorrectDialog reward={reward} paymentId={correcting} onClose={() => setCorrecting(null)} />
      )}
    </Section>
  );
}

function RewardView({ reward }: { reward: Reward }) {
  const t = useWords(rewardWords);
  const acts = useWords(rewardActs);
  const confirm = useCommand(ConfirmRewardDocument);
  const recall = useCommand(RecallRewardDocument);
  const [dialog, setDialog] = useState<'object' | 'pay' | null>(null);
  const facts = useFacts(reward);
  const target = { id: reward.id, expectedVersion: reward.version };
  return (
    <DetailPage
      title={`${t.ofContract} · ${reward.title}`}
      heading={reward.title}
      crumbs={[{ label: t.title, to: '/rewards' }]}
      eyebrow={
        <>
          <StatusTag tone={rewardTones[reward.state]}>{t.states[reward.state]}</StatusTag>
          <span>{t.modes[reward.mode]}</span>
          {reward.registrationNumber &&
            (reward.contract ? (
              <Link className="mono" to={`/contracts/${reward.contract.id}`}>
                {reward.registrationNumber}
              </Link>
            ) : (
              <span className="mono">{reward.registrationNumber}</span>
            ))}
        </>
      }
      facts={facts}
      actions={
        <ActionRail
          available={reward.availableActions}
          specs={{
            confirm: {
              label: t.confirm,
              tone: 'primary',
              confirm: t.confirmAsk,
              done: t.confirmed,
              run: () => confirm.run(target),
            },
            pay: { label: t.pay, tone: 'primary', open: () => setDialog('pay') },
            object: { label: t.object, open: () => setDialog('object') },
            recall: {
              label: t.recall,
              tone: 'danger',
              reason: { label: t.recallReason, required: true, max: 500 },
              done: t.recalled,
              run: ({ reason }) => recall.run({ ...target, reason }),
            },
          }}
        />
      }
    >
      {reward.sight === 'BUREAU' && <Notice>{t.bureauNote}</Notice>}
      {reward.sight === 'COLLEAGUE' && <Notice>{t.colleagueNote}</Notice>}
      {reward.sight === 'PERSON' && <Notice>{t.personNote}</Notice>}
      <People reward={reward} />
      <Objections reward={reward} />
      <Payments reward={reward} />
      {reward.sight === 'OFFICE' && (
        <Section title={t.history} id="history">
          <Timeline entries={reward.timeline} nameOf={(action) => acts[action] ?? action} />
        </Section>
      )}
      {dialog === 'object' && <ObjectDialog reward={reward} onClose={() => setDialog(null)} />}
      {dialog === 'pay' && <PayDialog reward={reward} onClose={() => setDialog(null)} />}
    </DetailPage>
  );
}
