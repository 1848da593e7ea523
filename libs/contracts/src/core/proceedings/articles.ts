import { CANCELLATION_GROUNDS, REVOCATION_GROUNDS, type Proceeding } from './proceeding.js';

const DRAFT_2024 = '《技术合同认定登记管理办法》2024年征求意见稿';

/** On what a decision rests, as its notice says it. */
export function articlesOf(proceeding: Pick<Proceeding, 'kind' | 'grounds'>): readonly string[] {
  const { kind, grounds } = proceeding;
  const named = (table: Readonly<Record<string, { readonly article: string | null }>>): string[] =>
    grounds.flatMap((ground) => table[ground]?.article ?? []);
  switch (kind) {
    case 'CHANGE':
      return [`${DRAFT_2024}：合同变更的，向原登记机构申请变更登记`];
    case 'CANCELLATION':
      return [
        ...new Set([`${DRAFT_2024}：合同终止的，向原登记机构申请注销登记`, ...named(CANCELLATION_GROUNDS)]),
      ];
    case 'REVOCATION':
      return [...new Set(named(REVOCATION_GROUNDS))];
    case 'OBJECTION':
      return [`${DRAFT_2024}第十七条`];
  }
}
