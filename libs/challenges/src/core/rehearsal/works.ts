import { addMonths, sumFen, type Actor, type Fen, type LegalDay } from '@jihui/kernel';
import { ChallengeCodes } from '../errors.js';
import type { Measurement } from '../indicators/indicators.js';
import { balanceOf, entryFaults, type Entry } from '../money/ledger.js';
import { enlarged, instalmentsOf } from '../money/plan.js';
import { sharesOf } from '../money/race.js';
import { paymentViolations } from '../projects/perform.js';
import type { LedgerRow, Milestone, MilestoneVerdict, Project } from '../projects/project.js';
import {
  milestonesOf,
  ratiosOf,
  rectifyByFrom,
  scheduleFaults,
  startFaults,
  taskBookFaults,
  WHOLE,
  type TaskBookForm,
} from '../projects/task-book.js';
import type { Stage } from './stage.js';

const byId = (actor: Actor): string => (actor.kind === 'person' ? actor.personId : '');

/** 30/40/30 % (reference B6): on signing, at the first milestone, at the last. */
const START = 3_000;
const MIDDLE = 4_000;

/** The task book that is assumed: as the officer says, or milestones at the half and the end of the term. */
function taskBookOf(stage: Stage, signedOn: LegalDay): TaskBookForm {
  const { milestones, instalments } = stage.setting.assumptions;
  const months = stage.call.content.months ?? stage.rules.monthsMax;
  const half = Math.floor(months / 2);
  const usual = half > 0 && half < months ? [half, months] : [months];
  const points = milestones ?? usual.map((month, at) => ({ name: `节点 ${at + 1}`, month }));
  const last = Math.max(points.length - 1, 0);
  const parts = instalments ?? [
    { milestone: null, ratio: START },
    ...(last === 0 ? [] : [{ milestone: 0, ratio: MIDDLE }]),
    { milestone: last, ratio: WHOLE - START - (last === 0 ? 0 : MIDDLE) },
  ];
  return {
    ...{ signedOn, endsOn: addMonths(signedOn, months), instalments: parts },
    milestones: points.map(({ name, month }) => ({ name, dueOn: addMonths(signedOn, month) })),
  };
}

/** 签约: task book, technology contract, and the first money. */
export function sign(stage: Stage, id: string): void {
  const today = stage.office();
  const project = stage.project(id);
  const form = taskBookOf(stage, today);
  const milestones = milestonesOf(form);
  const sound = form.instalments.reduce((sum, { ratio }) => sum + ratio, 0) > 0;
  const instalments = sound ? instalmentsOf(project.approved, ratiosOf(form, milestones)) : [];
  const others = stage.projects.filter((one) => one.id !== id);
  const wrong = [
    ...taskBookFaults(form, '预演', today),
    ...scheduleFaults(form),
    ...startFaults(project, instalments[0], others),
  ];
  const taskBook = { number: '预演', signedOn: today, endsOn: form.endsOn };
  const change = { taskBook, milestones, instalments };
  stage.move(id, 'SIGN_TASK_BOOK', 'sign', 'CITY', change, { until: form.endsOn, wrong });
  stage.office();
  const contract = { contractId: 'rehearsal', registrationNumber: '预演' };
  stage.move(id, 'LINK_CONTRACT', 'linkContract', 'UNDERTAKER', { contract });
  payWhatIsDue(stage, id);
}

/** Every instalment whose milestone has passed: the owner first proves its part, then two officers pay. */
export function payWhatIsDue(stage: Stage, id: string): void {
  const { instalments, milestones, approved } = stage.project(id);
  if (approved === 0) return;
  const passed = new Set(milestones.filter(({ verdict }) => verdict === 'PASSED').map((one) => one.id));
  for (const { id: instalment, milestone, amount } of instalments) {
    const paid = stage.project(id).entries.some((entry) => entry.instalment === instalment);
    if (paid || amount === 0 || (milestone !== null && !passed.has(milestone))) continue;
    if (milestone !== null) keepPace(stage, id, instalment);
    appropriate(stage, id, amount);
    pay(stage, id, instalment, amount);
  }
}

/** 发榜方付款证明: what the owner must have paid before this instalment, rounded up to the 分. */
function keepPace(stage: Stage, id: string, instalment: string): void {
  const { instalments, approved, ownerDue, ownerPayments } = stage.project(id);
  const place = instalments.findIndex((one) => one.id === instalment);
  const before = sumFen(instalments.slice(0, place).map(({ amount }) => amount));
  const due = Number((BigInt(before) * BigInt(ownerDue) + BigInt(approved) - 1n) / BigInt(approved));
  const amount = due - sumFen(ownerPayments.map((one) => one.amount));
  if (amount <= 0) return;
  stage.office();
  const payment = { day: stage.day, amount, receipt: `预演 ${ownerPayments.length + 1}`, at: '' };
  const change = { ownerPayments: [...ownerPayments, payment] };
  stage.move(id, 'PROVE_PAYMENT', 'provePayment', 'OWNER', change, { amount });
}

const rowOf = (kind: Entry['kind'], amount: Fen, day: LegalDay, instalment: string | null): LedgerRow => ({
  ...{ kind, amount, instalment, voucher: '预演', day, personIds: [] },
});

function appropriate(stage: Stage, id: string, amount: Fen): void {
  const { approved, entries } = stage.project(id);
  stage.office();
  const row = rowOf('APPROPRIATED', amount, stage.day, null);
  const wrong = entryFaults(row, approved, entries).map(() => ({
    ...{ path: 'instalments', code: ChallengeCodes.PAYMENT },
    message: '这一期的金额超过核定的财政资金，不能下达',
  }));
  stage.move(id, 'APPROPRIATE', 'appropriate', 'CITY', { entries: [...entries, row] }, { amount, wrong });
}

/** Two levels: who requested it does not approve it. */
function pay(stage: Stage, id: string, instalment: string, amount: Fen): void {
  stage.office();
  const asked = { instalment, voucher: '预演', at: '' };
  const wrong = () => placed(paymentViolations(stage.project(id), instalment));
  const request = (actor: Actor) => ({ request: { ...asked, personId: byId(actor) } });
  stage.move(id, 'REQUEST_PAYMENT', 'requestPayment', 'CITY', request, { amount, wrong: wrong() });
  stage.office();
  const { entries } = stage.project(id);
  const row = rowOf('PAID', amount, stage.day, instalment);
  const change = { request: null, entries: [...entries, row] };
  stage.move(id, 'PAY', 'pay', 'CITY', change, { amount, wrong: wrong() });
}

/** Of one contract no more is known than that there is none yet: on the stage it is registered. */
const placed = (violations: ReturnType<typeof paymentViolations>) =>
  violations.map((one) => ({ ...one, path: 'instalments' }));

/** What meets every indicator. */
const met = ({ indicators }: Project): readonly Measurement[] =>
  indicators.map(({ code, target }) => ({ code, value: target }));

/** 节点: reported on its day, assessed, and where it passed its instalments are paid. */
export function milestone(stage: Stage, id: string, at: number, verdict: MilestoneVerdict = 'PASSED'): void {
  const { milestones } = stage.project(id);
  const own = milestones[at];
  if (own === undefined) return;
  stage.notBefore(own.dueOn);
  const set = (change: Partial<Milestone>) => ({
    milestones: stage.project(id).milestones.map((one) => (one.id === own.id ? { ...one, ...change } : one)),
  });
  const report = { text: '', evidence: '', measurements: met(stage.project(id)), at: '' };
  stage.move(id, 'REPORT', 'report', 'UNDERTAKER', set({ report, verdict: null }));
  stage.office();
  stage.move(id, 'ASSESS', 'assess', 'CITY', set({ verdict }));
  if (verdict === 'PASSED') payWhatIsDue(stage, id);
}

/** Every milestone that has not passed, in its order. */
export function milestones(stage: Stage, id: string): void {
  stage.project(id).milestones.forEach(({ verdict }, at) => {
    if (verdict !== 'PASSED') milestone(stage, id, at);
  });
}

/** 限期整改 of a milestone: inspected, reported again, passed. */
export function rectified(stage: Stage, id: string): void {
  milestone(stage, id, 0, 'RECTIFY');
  stage.office();
  const rectifyBy = addMonths(stage.day, 1);
  const found = { day: stage.day, findings: '', rectifyBy, personId: '' };
  const { inspections } = stage.project(id);
  const change = { inspections: [...inspections, found] };
  stage.move(id, 'INSPECT', 'inspect', 'CITY', change, { until: rectifyBy });
  stage.notBefore(rectifyBy);
  milestone(stage, id, 0);
}

function applyFor(stage: Stage, id: string, measurements: readonly Measurement[], satisfied: boolean): void {
  const before = stage.project(id).acceptance;
  const acceptance = {
    ...{ appliedAt: '', summary: '', measurements, userReport: null, opinion: '' },
    rectifyBy: before?.rectifyBy ?? null,
  };
  stage.office();
  stage.move(id, 'APPLY_ACCEPTANCE', 'applyAcceptance', 'UNDERTAKER', { acceptance });
  stage.office();
  const reported = { ...acceptance, userReport: { satisfied, text: '' } };
  stage.move(id, 'USER_REPORT', 'giveUserReport', 'OWNER', { acceptance: reported });
  stage.office();
}

/** 验收通过、结算. */
export function accept(stage: Stage, id: string): void {
  applyFor(stage, id, met(stage.project(id)), true);
  stage.move(id, 'ACCEPT', 'accept', 'CITY', {}, { level: 'BLOCKING', place: 'CONTENT' });
  settle(stage, id);
}

/** 验收不通过: six months to rectify, then 结题 where the owner is still not content. */
export function rejected(stage: Stage, id: string): void {
  applyFor(stage, id, met(stage.project(id)), false);
  const rectifyBy = rectifyByFrom(stage.day);
  const { acceptance } = stage.project(id);
  const change = acceptance === null ? {} : { acceptance: { ...acceptance, rectifyBy } };
  stage.move(id, 'REJECT', 'reject', 'CITY', change, { until: rectifyBy });
  stage.notBefore(rectifyBy);
  applyFor(stage, id, met(stage.project(id)), false);
  stage.move(id, 'CONCLUDE', 'conclude', 'CITY');
  settle(stage, id);
}

/** 终止, and 尽职免责 by three hands: what was reasonably spent is then not recovered. */
export function terminated(stage: Stage, id: string): void {
  stage.office();
  stage.move(id, 'TERMINATE_PROJECT', 'terminate', 'CITY', { request: null });
  stage.office();
  const words = { facts: '', records: '', expertOpinion: '', review: '', conclusion: '' };
  const open = { reviewedBy: null, decidedBy: null, exempt: null };
  stage.move(id, 'PROPOSE_EXEMPTION', 'proposeExemption', 'CITY', (actor) => ({
    exemption: { ...words, ...open, proposedBy: byId(actor) },
  }));
  const exemption = (change: object) => {
    const before = stage.project(id).exemption;
    return before === null ? {} : { exemption: { ...before, ...change } };
  };
  stage.office();
  stage.move(id, 'REVIEW_EXEMPTION', 'reviewExemption', 'CITY', (actor) =>
    exemption({ reviewedBy: byId(actor) }),
  );
  stage.office();
  stage.move(id, 'DECIDE_EXEMPTION', 'decideExemption', 'SUPERVISOR', (actor) =>
    exemption({ decidedBy: byId(actor), exempt: true }),
  );
  settle(stage, id);
}

export function settle(stage: Stage, id: string): void {
  stage.office();
  stage.move(id, 'SETTLE', 'settle', 'CITY', { performance: 9_000 });
  finish(stage);
}

/** With the last of its projects the call is over. */
function finish(stage: Stage): void {
  const standing = stage.projects.filter(({ state }) => state !== 'LAPSED');
  if (stage.call.state !== 'AWARDED' || standing.some(({ state }) => state !== 'SETTLED')) return;
  stage.act('FINISH', 'finish', 'CITY');
}

/** 取消立项 where nobody signed in time; where nobody else stands the bureau deliberates anew. */
export function lapse(stage: Stage, id: string): void {
  stage.after(stage.project(id).signBy);
  stage.office();
  stage.move(id, 'LAPSE', 'lapse', 'CITY');
  share(stage);
  if (stage.projects.some(({ state }) => state !== 'LAPSED')) return;
  stage.act('PASS_OVER', 'passOver', 'CITY', { stageFrom: null, stageUntil: null });
}

/** 赛马淘汰 after the first milestone. */
export function eliminate(stage: Stage, id: string): void {
  stage.office();
  const { paid } = balanceOf(stage.project(id).entries);
  stage.move(id, 'ELIMINATE', 'eliminate', 'CITY', { approved: paid, request: null });
  share(stage);
}

/** What nobody holds of the money goes to those who stay. */
function share(stage: Stage): void {
  if (stage.call.mode !== 'SM') return;
  const shares = sharesOf(stage.call.funding, stage.projects);
  for (const { id, fiscal, owner } of shares) {
    const { approved, ownerDue, instalments, entries } = stage.project(id);
    const paid = new Set(entries.flatMap(({ instalment }) => instalment ?? []));
    stage.put({
      ...stage.project(id),
      ...{ approved: approved + fiscal, ownerDue: ownerDue + owner },
      instalments: enlarged(instalments, fiscal, paid),
    });
  }
  if (shares.length > 0)
    stage.note('SHARE_MONEY', 'CLOCK', { amount: sumFen(shares.map(({ fiscal }) => fiscal)) });
}
