import { lazy, Suspense, useState } from 'react';
import { useCommand } from '../api/command.js';
import { ActionRail } from '../design/ActionRail.js';
import type { ActionSpec } from '../design/ActionRail.js';
import { useWords } from '../i18n/index.js';
import { callActionWords } from './actionWords.js';
import type { CallDialogName } from './CallDialogs.js';
import * as commands from './commands.js';
import type { Call } from './terms.js';

type Words = (typeof callActionWords)['zh'];

const CallDialog = lazy(() => import('./CallDialogs.js').then((module) => ({ default: module.CallDialog })));

const MAX = 2_000;

/** A step that takes a reason, which the owner or everybody reads. */
const withReason = (t: Words): Pick<ActionSpec, 'reason'> => ({
  reason: { label: t.reason, hint: t.reasonHint, required: true, max: MAX },
});
const withOpinion = (label: string): Pick<ActionSpec, 'reason'> => ({
  reason: { label, max: MAX, path: 'opinion' },
});

/** It changes nothing, so it is no action of the call; whoever may do it can always. */
const REHEARSAL = { action: 'rehearse', enabled: true, reason: null, violations: [] } as const;

/** What the owner and the bureaus do to a call. */
export function CallActions({ call }: { call: Call }) {
  const t = useWords(callActionWords);
  const [dialog, setDialog] = useState<CallDialogName | null>(null);
  const submit = useCommand(commands.SubmitCallDocument);
  const recommend = useCommand(commands.RecommendCallDocument);
  const passFormCheck = useCommand(commands.PassCallFormCheckDocument);
  const startNotice = useCommand(commands.StartCallNoticeDocument);
  const completeNotice = useCommand(commands.CompleteCallNoticeDocument);
  const reasons = useReasoned();
  const target = { id: call.id, expectedVersion: call.version };
  const reasoned = (
    name: keyof typeof reasons,
    more: Pick<ActionSpec, 'label' | 'done' | 'tone'>,
  ): ActionSpec => ({
    ...more,
    ...withReason(t),
    run: ({ reason }) => reasons[name].run({ ...target, reason }),
  });
  return (
    <>
      <ActionRail
        // To go on where nothing was stopped is no act; that it is stopped, the call says itself.
        available={[
          ...call.availableActions.filter(
            ({ action }) => action !== (call.suspendedAt == null ? 'resume' : 'suspend'),
          ),
          ...(call.rehearsable ? [REHEARSAL] : []),
        ]}
        specs={{
          submit: { label: t.submit, tone: 'primary', done: t.submitted, run: () => submit.run(target) },
          edit: { label: t.edit, to: `/calls/${call.id}/edit` },
          recommend: {
            label: t.recommend,
            tone: 'primary',
            done: t.recommended,
            ...withOpinion(t.recommendOpinion),
            run: ({ reason }) => recommend.run({ ...target, opinion: reason }),
          },
          passFormCheck: {
            label: t.passFormCheck,
            tone: 'primary',
            done: t.formChecked,
            ...withOpinion(t.opinion),
            run: ({ reason }) => passFormCheck.run({ ...target, opinion: reason }),
          },
          passArgument: { label: t.recordArgument, tone: 'primary', open: () => setDialog('argument') },
          plan: { label: t.plan, tone: 'primary', to: `/calls/${call.id}/plan` },
          rehearse: { label: t.rehearse, to: `/calls/${call.id}/rehearsal` },
          approve: { label: t.approve, open: () => setDialog('approve') },
          startNotice: {
            label: t.startNotice,
            tone: 'primary',
            confirm: t.startNoticeAsk,
            done: t.noticeStarted,
            run: () => startNotice.run(target),
          },
          completeNotice: {
            label: t.completeNotice,
            tone: 'primary',
            done: t.noticeCompleted,
            run: () => completeNotice.run(target),
          },
          publish: { label: t.publish, tone: 'primary', open: () => setDialog('publish') },
          resume: reasoned('resume', { label: t.resume, done: t.resumed, tone: 'primary' }),
          relist: reasoned('relist', { label: t.relist, done: t.relisted, tone: 'primary' }),
          extendBidding: { label: t.extend, open: () => setDialog('extend') },
          fail: reasoned('fail', { label: t.fail, done: t.failed }),
          return: reasoned('return', { label: t.return, done: t.returned }),
          suspend: reasoned('suspend', { label: t.suspend, done: t.suspended }),
          decline: reasoned('decline', { label: t.decline, done: t.declined, tone: 'danger' }),
          withdraw: reasoned('withdraw', { label: t.withdraw, done: t.withdrawn, tone: 'danger' }),
          terminate: reasoned('terminate', { label: t.terminate, done: t.terminated, tone: 'danger' }),
        }}
      />
      {dialog && (
        <Suspense>
          <CallDialog call={call} name={dialog} onClose={() => setDialog(null)} />
        </Suspense>
      )}
    </>
  );
}

/** The steps that take a reason and nothing else. */
const useReasoned = () => ({
  withdraw: useCommand(commands.WithdrawCallDocument),
  return: useCommand(commands.ReturnCallDocument),
  decline: useCommand(commands.DeclineCallDocument),
  fail: useCommand(commands.FailCallDocument),
  relist: useCommand(commands.RelistCallDocument),
  suspend: useCommand(commands.SuspendCallDocument),
  resume: useCommand(commands.ResumeCallDocument),
  terminate: useCommand(commands.TerminateCallDocument),
});
