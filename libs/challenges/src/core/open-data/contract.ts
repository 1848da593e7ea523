import { balanceOf } from '../money/ledger.js';
import { firstUndertaker, type Milestone, type Project } from '../projects/project.js';
import { cny, endOf, partyOf, reference, startOf, withoutContacts, type ReleaseFacts } from './facts.js';
import { filled, type JsonObject } from './json.js';

/** States in which the task book is in force. */
const RUNS = ['RUNNING', 'ACCEPTANCE', 'RECTIFYING'];

/**
 * The task book of a project as a contract, with its milestones and what the treasury paid. What the owner pays of its own, who
 * entered a payment and by which voucher are nobody else's.
 */
export function contractOf(project: Project, facts: ReleaseFacts): readonly JsonObject[] {
  const { taskBook } = project;
  const undertaker = partyOf(facts, project.organisationId);
  if (taskBook === null || undertaker === undefined) return [];
  return [
    filled({
      ...{ id: project.code, awardID: project.bidId, title: '项目任务书', relatedBids: [project.bidId] },
      status: RUNS.includes(project.state) ? 'active' : 'terminated',
      period: { startDate: startOf(taskBook.signedOn), endDate: endOf(taskBook.endsOn) },
      value: cny(project.approved + project.ownerDue),
      dateSigned: startOf(taskBook.signedOn),
      suppliers: [reference(undertaker)],
      amendments: project.changes.flatMap(({ kind, endsOn, at, undertaker: replaced }, place) => {
        const change = { id: `C${place + 1}`, date: new Date(at).toISOString() };
        if (kind === 'EXTENSION' && endsOn !== null)
          return [{ ...change, description: `完成日期改为 ${endsOn}` }];
        const successor = replaced && partyOf(facts, replaced.to);
        return successor ? [{ ...change, description: `承担单位改为${successor.name}` }] : [];
      }),
      implementation: implementationOf(project, facts),
    }),
  ];
}

function implementationOf(project: Project, facts: ReleaseFacts): JsonObject {
  const settled = project.state === 'SETTLED';
  return filled({
    transactions: transactionsOf(project, facts),
    milestones: project.milestones.map(milestoneOf),
    endDate: settled ? project.updatedAt.toISOString() : undefined,
    finalValue: settled ? cny(balanceOf(project.entries).paid) : undefined,
    finalValueDetails: settled ? '财政资金实际拨付，已扣除追回' : undefined,
  });
}

const MILESTONE_STATUS = { PASSED: 'met', RECTIFY: 'partiallyMet', FAILED: 'notMet' } as const;

const milestoneOf = ({ id, name, dueOn, verdict, assessedAt }: Milestone): JsonObject =>
  filled({
    ...{ id, title: withoutContacts(name), type: 'delivery', dueDate: endOf(dueOn) },
    status: verdict === null ? 'scheduled' : MILESTONE_STATUS[verdict],
    dateMet: verdict === 'PASSED' && assessedAt !== null ? new Date(assessedAt).toISOString() : undefined,
  });

/** Payments of the treasury's money and what came back of them: rows of the ledger, which nobody changes. */
function transactionsOf(project: Project, facts: ReleaseFacts): readonly JsonObject[] {
  const { code, entries } = project;
  const office = facts.bureau && reference(facts.bureau);
  return entries.flatMap(({ kind, amount, day, organisationId }, place) => {
    if (kind !== 'PAID' && kind !== 'RECOVERED') return [];
    const side = partyOf(facts, organisationId ?? firstUndertaker(project));
    const undertaker = side && reference(side);
    const [payer, payee] = kind === 'PAID' ? [office, undertaker] : [undertaker, office];
    return [filled({ id: `${code}-T${place + 1}`, date: startOf(day), value: cny(amount), payer, payee })];
  });
}
