import { say } from '@jihui/kernel';
import { eligibilityFaults } from '../bids/eligibility.js';
import { spare } from '../bids/sealing.js';
import { MODES } from '../calls/modes.js';
import { completeness, planFaults } from '../calls/rules.js';
import { ChallengeCodes } from '../errors.js';
import { areCriteria } from '../review/scoring.js';
import type { Findings } from './report.js';
import { panelTrial, type PanelTrial, type Setting } from './setting.js';

const PLAN = { level: 'BLOCKING', place: 'PLAN' } as const;
const isOfFunding = ({ path }: { readonly path: string }): boolean => path.startsWith('funding.');

/** What is seen without running anything: all of it at once, whatever step would meet it first. */
export function checkAtRest(setting: Setting, findings: Findings): void {
  checkForms(setting, findings);
  checkCriteria(setting, findings);
  checkDefence(setting, findings);
  checkPeople(setting, findings);
  checkUndertaker(setting, findings);
  checkQuestions(setting, findings);
  checkPool(setting, findings);
}

/** The demand and the plan, by the very rules that submission and approval ask for (reference B2, B3, B6, H22). */
function checkForms({ subject }: Setting, findings: Findings): void {
  const lacking = completeness(subject);
  findings.take(
    { level: 'BLOCKING', place: 'CONTENT', step: 'SUBMIT' },
    lacking.filter((one) => !isOfFunding(one)),
  );
  // The bureau lays down the money with its plan.
  findings.take({ ...PLAN, step: 'APPROVE' }, [...planFaults(subject), ...lacking.filter(isOfFunding)]);
}

/** Criteria that sum but cannot be scored, and a tie that only a vote can break (reference B7). */
function checkCriteria({ subject: { call } }: Setting, findings: Findings): void {
  const { criteria } = call.plan;
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  if (sum === 10_000 && !areCriteria(criteria))
    findings.seen(
      { ...PLAN, step: 'HAND_IN_SHEETS' },
      'criteria',
      ChallengeCodes.WEIGHTS,
      '每项评审指标的分值都应大于 0，且不得重复',
    );
  if (criteria.length === 1)
    findings.seen(
      { ...PLAN, level: 'ADVICE', step: 'VOTE' },
      'criteria',
      ChallengeCodes.TIED,
      '只有一项评审指标：总分相同的方案第一项得分也相同，并列只能由专家组投票决定',
    );
}

/** 答辩: whoever does not defend is not awarded. */
function checkDefence({ subject: { call } }: Setting, findings: Findings): void {
  const { secondStage, winners } = call.plan;
  if (secondStage === null || secondStage.advance >= winners) return;
  findings.seen(
    { ...PLAN, level: 'ADVICE', step: 'ADVANCE' },
    'secondStage.advance',
    ChallengeCodes.STAGE,
    say`进入答辩的方案取前 ${secondStage.advance} 名，少于立项家数 ${winners}`,
  );
}

/** Who the plan names must still be there, and one custodian may be missing (docs/sealed-bids.md). */
function checkPeople({ subject: { call }, cast }: Setting, findings: Findings): void {
  const { custodians, threshold, responsibleId, supervisorId } = call.plan;
  const placed = { level: 'IMPEDING', place: 'PLAN' } as const;
  const gone = (id: string | null): boolean => id !== null && !cast.standing.has(id);
  const words = '没有找到此人，或账户已停用，或属于发榜方、承担单位';
  custodians.forEach(({ personId }, at) => {
    if (gone(personId))
      findings.seen(
        { ...placed, step: 'ENTER_KEYS' },
        `custodians.${at}.personId`,
        ChallengeCodes.PERSON_UNKNOWN,
        words,
      );
  });
  if (gone(responsibleId))
    findings.seen(
      { ...placed, step: 'SIGN_TASK_BOOK' },
      'responsibleId',
      ChallengeCodes.PERSON_UNKNOWN,
      words,
    );
  if (gone(supervisorId))
    findings.seen(
      { ...placed, step: 'DECIDE_EXEMPTION' },
      'supervisorId',
      ChallengeCodes.PERSON_UNKNOWN,
      words,
    );
  const there = custodians.filter(({ personId }) => !gone(personId)).length;
  if (custodians.length > 0 && there < threshold)
    findings.seen(
      { ...placed, step: 'OPEN_BIDS' },
      'custodians',
      ChallengeCodes.TOO_MANY_LOST,
      say`能释放份额的保管人只有 ${there} 名，不足开标所需的 ${threshold} 份，投标将无法打开`,
    );
  else if (spare(custodians.length, threshold, custodians.length - there) === 0)
    findings.seen(
      { ...placed, level: 'ADVICE', step: 'OPEN_BIDS' },
      'threshold',
      ChallengeCodes.CUSTODIANS,
      '开标需要每一名保管人都在场，没有人可以替补：一人缺席，投标就无法打开',
    );
}

/** 定向委托、一事一议: whom the call is meant for must be able to bid (reference B4). */
function checkUndertaker({ subject: { call }, undertaker }: Setting, findings: Findings): void {
  const { undertakerId } = call.plan;
  if (MODES[call.mode].open || undertakerId === null || undertakerId === call.ownerId) return;
  findings.take(
    { level: 'IMPEDING', place: 'PLAN', step: 'HAND_IN_BIDS' },
    eligibilityFaults(call, undertaker).map((fault) => ({ ...fault, path: 'undertakerId' })),
  );
}

function checkQuestions({ subject: { call, rules } }: Setting, findings: Findings): void {
  if (call.plan.biddingDays > rules.questionDays) return;
  findings.seen(
    { ...PLAN, level: 'ADVICE', step: 'LAST_QUESTION' },
    'biddingDays',
    ChallengeCodes.QUESTIONS_CLOSED,
    say`截止前 ${rules.questionDays} 天起不再受理提问，揭榜期内没有一天可以提问`,
  );
}

const POOL = { place: 'POOL', step: 'DRAW_EXPERTS' } as const;

/** Whether the bank holds a panel, for a call that nobody disputes and for one that somebody does (reference B7). */
function checkPool(setting: Setting, findings: Findings): void {
  const { near, wide } = setting.bank;
  const first = panelTrial(setting, near, false);
  const best = first.drawn ? first : panelTrial(setting, wide, false);
  if (!first.drawn && best.drawn)
    findings.seen(
      { ...POOL, level: 'ADVICE' },
      'wide',
      ChallengeCodes.POOL_TOO_SMALL,
      '本领域可抽取的专家不足以组成专家组，抽取时须放宽到全部领域',
    );
  if (!best.drawn) tellShortage(best, findings);
  else tellThinness(best, findings);
  if (best.faults.length > 0)
    findings.seen(
      { level: 'IMPEDING', place: 'PARAMETERS', step: 'DRAW_EXPERTS' },
      '',
      ChallengeCodes.NO_PANEL,
      '按现行参数抽出的专家组不符合专家组的构成要求，请核对专家组人数、单位数等参数',
    );
  if (best.drawn && !panelTrial(setting, wide, true).drawn)
    findings.seen(
      { ...POOL, level: 'ADVICE' },
      'disputed',
      ChallengeCodes.POOL_TOO_SMALL,
      '有异议成立时专家组人数增加，现有专家不够：请补充专家库',
    );
}

/** Which strata are short; where none is, too few units are. */
function tellShortage({ strata, eligible }: PanelTrial, findings: Findings): void {
  const impeding = { ...POOL, level: 'IMPEDING' } as const;
  const short = strata.filter(({ seats }, at) => (eligible[at] ?? 0) < seats);
  for (const { code, seats } of short)
    findings.seen(
      impeding,
      code,
      ChallengeCodes.POOL_TOO_SMALL,
      say`该类专家需要 ${seats} 名，可以抽取的只有 ${eligible[strata.findIndex((one) => one.code === code)] ?? 0} 名`,
    );
  if (short.length === 0)
    findings.seen(
      impeding,
      '',
      ChallengeCodes.POOL_TOO_SMALL,
      '可以抽取的专家来自的单位太少，同一单位的人数上限使专家组无法组成',
    );
}

/** Strata in which nobody could step in. */
function tellThinness({ strata, eligible }: PanelTrial, findings: Findings): void {
  strata.forEach(({ code, seats }, at) => {
    if ((eligible[at] ?? 0) > seats) return;
    findings.seen(
      { ...POOL, level: 'ADVICE' },
      code,
      ChallengeCodes.POOL_TOO_SMALL,
      '该类专家没有候补：一人不能参加，就须重新抽取',
    );
  });
}
