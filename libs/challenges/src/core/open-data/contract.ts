import { balanceOf } from '../money/ledger.js';
import type { Milestone, Project } from '../projects/project.js';
import { cny, endOf, reference, startOf, withoutContacts, type Party, type ReleaseFacts } from './facts.js';
import { filled, type JsonObject } from './json.js';

/** States in which the task book is in force. */
const RUNS = ['RUNNING', 'ACCEPTANCE', 'RECTIFYING'];

/**
 * The task book of a project as a contract, with its milestones and what the treasury paid. What the owner pays of its own, who
 * entered a payment and by which voucher are nobody else's.
 */
export function contractOf(project: Project, { bids, bureau }: ReleaseFacts): readonly JsonObject[] {
  const { taskBook } = project;
  const undertaker = bids?.find(({ id }) => id === project.bidId)?.bidder;
  if (taskBook === null || undertaker === undefined) return [];
  return [
    filled({
      ...{ id: project.code, awardID: project.bidId, title: '项目任务书', relatedBids: [project.bidId] },
      status: RUNS.includes(project.state) ? 'active' : 'terminated',
      period: { startDate: startOf(taskBook.signedOn), endDate: endOf(taskBook.endsOn) },
      value: cny(project.approved + project.ownerDue),
      dateSigned: startOf(taskBook.signedOn),
      suppliers: [reference(undertaker)],
      amendments: project.changes.flatMap(({ kind, endsOn, at }, place) =>
        kind === 'EXTENSION' && endsOn !== null
          ? [{ id: `C${place + 1}`, date: new Date(at).toISOString(), description: `完成日期改为 ${endsOn}` }]
          : [],
      ),
      implementation: implementationOf(project, undertaker, bureau),
    }),
  ];
}

function implementationOf(project: Project, undertaker: Party, bureau: Party | undefined): JsonObject {
  const settled = project.state === 'SETTLED';
  return filled({
    transactions: transactionsOf(project, undertaker, bureau),
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
function transactionsOf(
  { code, entries }: Project,
  undertaker: Party,
  bureau: Party | undefined,
): readonly JsonObject[] {
  const office = bureau && reference(bureau);
  return entries.flatMap(({ kind, amount, day }, place) => {
    if (kind !== 'PAID' && kind !== 'RECOVERED') return [];
    const [payer, payee] =
      kind === 'PAID' ? [office, reference(undertaker)] : [reference(undertaker), office];
    return [filled({ id: `${code}-T${place + 1}`, date: startOf(day), value: cny(amount), payer, payee })];
  });
}
