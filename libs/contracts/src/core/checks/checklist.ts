import { checklistOf } from '../rulesets/checklists.js';
import { block, type Hit, type Rule, type Subject } from '../rulesets/rule.js';

/** What the applicant answered to each condition of the class, with the place of the answer in the form. */
const entries = ({ form }: Subject) =>
  checklistOf(form.subclass)
    .filter(({ by }) => by === 'APPLICANT')
    .map((item) => {
      const index = form.checklist.findIndex((entry) => entry.item === item.id);
      return { item, entry: form.checklist[index], path: `checklist.${item.id}` };
    });

const hits = (subject: Subject, hit: (one: ReturnType<typeof entries>[number]) => Hit | null) =>
  entries(subject).flatMap((one) => hit(one) ?? []);

/** Every condition of the class is met, and the contract shows where (reference A3). */
export const checklist: readonly Rule[] = [
  block('checklist.answered', 'REQUIRED', { cite: (law) => law.grounds }, (subject) =>
    hits(subject, ({ item, entry, path }) =>
      entry === undefined || entry.met === null
        ? { path, message: `请对照合同说明是否符合：${item.text}`, facts: { item: item.id } }
        : null,
    ),
  ),
  block(
    'checklist.met',
    'CONTRACT.CONDITION_NOT_MET',
    { cite: (law) => law.grounds, ground: 'R02' },
    (subject) =>
      hits(subject, ({ item, entry, path }) =>
        entry?.met === false
          ? {
              path,
              message: `不符合认定条件：${item.text}；请核对合同类别，或按其他类别申请`,
              facts: { item: item.id },
            }
          : null,
      ),
  ),
  block('checklist.evidence', 'CONTRACT.EVIDENCE_MISSING', { cite: (law) => law.grounds }, (subject) =>
    hits(subject, ({ item, entry, path }) =>
      entry?.met === true && entry.page === null && entry.clause === null
        ? { path, message: `请注明合同的页码或条款：${item.text}`, facts: { item: item.id } }
        : null,
    ),
  ),
];
