import { CANCELLATION_GROUNDS, REVOCATION_GROUNDS, type Proceeding } from './proceeding.js';

const DRAFT_2024 = '《技术合同认定登记管理办法》2024年征求意见稿';

/** 2001 rule, article 51 (reference A6). */
const ROYALTY =
  '《技术合同认定规则》第五十一条：申请时金额不能确定的，在申请减免税或提取奖酬金前补充申报（2026年条文待核）';

/** On what a decision rests, as its notice says it. */
export function articlesOf(proceeding: Pick<Proceeding, 'kind' | 'grounds'>): readonly string[] {
  const { kind, grounds } = proceeding;
  const named = (table: Readonly<Record<string, { readonly article: string | null }>>): string[] =>
    grounds.flatMap((ground) => table[ground]?.article ?? []);
  switch (kind) {
    case 'CHANGE':
      return [`${DRAFT_2024}：合同变更的，向原登记机构申请变更登记`];
    case 'SUPPLEMENT':
      return [ROYALTY];
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
