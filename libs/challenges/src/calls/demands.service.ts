import { Injectable } from '@nestjs/common';
import {
  actorId,
  cleanText,
  Codes,
  DomainError,
  hasRole,
  invalid,
  legalDayOf,
  Violations,
  type Actor,
  type Violation,
} from '@jihui/kernel';
import type { NeedSnapshot } from '@jihui/events';
import { checkIds, City, isUniqueViolation, uuidv7, type Tx } from '@jihui/platform';
import { emptyPlan, NO_FUNDING, type Call, type CallContent } from '../core/calls/call.js';
import { callContentFrom } from '../core/calls/form.js';
import { isDecimal, type Indicator, type Operator } from '../core/indicators/indicators.js';
import { ChallengeCodes } from '../core/errors.js';
import type * as Types from '../challenges.types.gen.js';
import { BatchesStore } from '../store/batches.store.js';
import { CallsStore } from '../store/calls.store.js';
import { FactsStore } from '../store/facts.store.js';
import { CallDesk, callStream, type Changed } from './call-desk.js';
import { opinionOf, reasonOf } from './said.js';

/** 需求征集: the demand from its owner's draft to the 论证. */
@Injectable()
export class DemandsService {
  constructor(
    private readonly desk: CallDesk,
    private readonly store: CallsStore,
    private readonly batches: BatchesStore,
    private readonly facts: FactsStore,
    private readonly city: City,
  ) {}

  /** 新建需求. @throws DomainError CHALLENGES.NOT_YET_KNOWN, or INVALID_INPUT with NOT_LOCAL, NEED_NOT_OWN, NEED_TAKEN. */
  async start(actor: Actor, input: Types.StartCallInput): Promise<Changed> {
    if (actor.kind !== 'person') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
    checkIds(input.organisationId, ...(input.needId == null ? [] : [input.needId]));
    try {
      return await this.desk.run(actor, 'startCall', input, (tx) => this.begin(tx, actor, input));
    } catch (error) {
      if (!isUniqueViolation(error, 'call_of_need')) throw error;
      throw invalid([
        {
          path: 'needId',
          code: ChallengeCodes.NEED_TAKEN,
          message: '该需求已经申报过榜单，请在原榜单上修改',
        },
      ]);
    }
  }

  private async begin(tx: Tx, actor: Actor, input: Types.StartCallInput): Promise<Changed> {
    if (!hasRole(actor, input.organisationId, 'TRANSFER_OFFICER'))
      throw new DomainError(Codes.FORBIDDEN, '只有本单位的转移转化负责人、单位管理员可以填报需求');
    const owner = await this.facts.organisation(input.organisationId);
    if (owner?.active !== true)
      throw new DomainError(ChallengeCodes.NOT_YET_KNOWN, '单位信息尚未同步或单位尚未通过审核，请稍后再试');
    const need = input.needId == null ? undefined : await this.facts.need(input.needId);
    const found = new Violations()
      .when(
        !this.city.isDivision(owner.divisionCode),
        'organisationId',
        ChallengeCodes.NOT_LOCAL,
        '发榜单位须在本市注册',
        '本市揭榜制发榜方条件（参考 B4）',
      )
      .when(owner.bannedUntil !== null, 'organisationId', ChallengeCodes.BANNED, OWNER_BANNED)
      .when(
        input.needId != null && (need === undefined || need.ownerId !== owner.id || !need.online),
        'needId',
        ChallengeCodes.NEED_NOT_OWN,
        '只能用本单位已发布的需求申报',
      );
    if (found.found.length > 0) throw invalid(found.found);
    const year = Number(legalDayOf(tx.now).slice(0, 4));
    const mode = input.mode ?? 'JB';
    const { biddingDays } = await this.desk.rules(legalDayOf(tx.now));
    const call: Call = {
      id: uuidv7(),
      version: 1,
      code: `BD${year}-${String(await this.store.nextNumber(year)).padStart(4, '0')}`,
      state: 'DRAFT',
      mode,
      round: 1,
      ownerId: owner.id,
      divisionCode: owner.divisionCode,
      needId: need?.id ?? null,
      batchId: null,
      content: need === undefined ? callContentFrom({}, this.city).content : this.fromNeed(need),
      funding: NO_FUNDING,
      plan: emptyPlan(mode, biddingDays),
      argument: null,
      approvals: [],
      extensions: [],
      fixed: null,
      note: '',
      noticeFrom: null,
      noticeUntil: null,
      publishedAt: null,
      opensAt: null,
      closesAt: null,
      openingAt: null,
      validBids: null,
      stageFrom: null,
      stageUntil: null,
      suspendedAt: null,
      createdBy: actorId(actor),
      createdAt: tx.now,
      updatedAt: tx.now,
    };
    await this.store.insert(call);
    await tx.audit({ stream: callStream(call.id), action: 'startCall', after: call });
    await this.desk.tell(tx, call, 'startCall');
    return { id: call.id };
  }

  /** What the form begins with; what a need says in words alone is left to be filled in. */
  private fromNeed(need: NeedSnapshot): CallContent {
    const indicators = need.indicators.map(({ name, unit, operator, target, testMethod }) => ({
      name,
      unit,
      operator: OPERATORS[operator] ?? 'AT_LEAST',
      target: isDecimal(target) ? target : '',
      method: testMethod,
    }));
    return callContentFrom(
      {
        title: need.title,
        background: need.description,
        cluster: need.cluster,
        techField: need.techField,
        indicators: indicators.slice(0, 20),
        secrecy: need.anonymous ? 'MASKED' : 'PUBLIC',
      },
      this.city,
    ).content;
  }

  save(actor: Actor, input: Types.SaveCallInput): Promise<Changed> {
    return this.desk.act(actor, 'saveCall', 'edit', input, ({ call }) => {
      const { content, funding, violations } = callContentFrom(input.content, this.city);
      const { mode } = input;
      const plan =
        mode === call.mode ? call.plan : { ...call.plan, ...emptyPlan(mode, call.plan.biddingDays) };
      return { change: { content, funding, mode, plan }, wrong: violations };
    });
  }

  submit(actor: Actor, input: Types.CallActionInput): Promise<Changed> {
    return this.desk.act(actor, 'submitCall', 'submit', input, async ({ call, rules }, tx) => {
      const banned = (await this.facts.organisation(call.ownerId))?.bannedUntil ?? null;
      const batch = await this.batches.collecting(call.divisionCode, legalDayOf(tx.now));
      // What came in a batch and was returned stays of it.
      const batchId = call.batchId ?? batch?.id ?? null;
      const wrong = new Violations()
        .when(banned !== null, '', ChallengeCodes.BANNED, OWNER_BANNED)
        .when(
          rules.batchesOnly === 1 && batchId === null,
          '',
          ChallengeCodes.NOT_YET,
          '现在不在征集期内，请在下一个征集批次申报',
        );
      return { change: { note: '', batchId }, wrong: wrong.found };
    });
  }

  withdraw(actor: Actor, input: Types.CallReasonInput): Promise<Changed> {
    return this.desk.act(actor, 'withdrawCall', 'withdraw', input, () => reasonOf(input));
  }

  recommend(actor: Actor, input: Types.CallOpinionInput): Promise<Changed> {
    return this.desk.act(actor, 'recommendCall', 'recommend', input, () => opinionOf(input));
  }

  /** A call that goes back loses the approvals that it had: they were of what is changed now. */
  return(actor: Actor, input: Types.CallReasonInput): Promise<Changed> {
    return this.desk.act(actor, 'returnCall', 'return', input, () => {
      const { change, ...said } = reasonOf(input);
      return { ...said, change: { ...change, approvals: [] } };
    });
  }

  decline(actor: Actor, input: Types.CallReasonInput): Promise<Changed> {
    return this.desk.act(actor, 'declineCall', 'decline', input, () => reasonOf(input));
  }

  passFormCheck(actor: Actor, input: Types.CallOpinionInput): Promise<Changed> {
    return this.desk.act(actor, 'passCallFormCheck', 'passFormCheck', input, () => opinionOf(input));
  }

  /** 论证: the record stays whatever it came to. */
  recordArgument(actor: Actor, input: Types.RecordCallArgumentInput): Promise<Changed> {
    const action = ARGUMENTS[input.verdict];
    return this.desk.act(actor, 'recordCallArgument', action, input, (_, tx) => {
      const experts = cleanText(input.experts);
      const opinion = cleanText(input.opinion);
      const { heldOn, verdict } = input;
      const wrong: readonly Violation[] = new Violations()
        .text('experts', '论证专家', experts, { max: 500 })
        .text('opinion', '论证意见', opinion, { min: 10, max: 3_000 })
        .when(
          heldOn > legalDayOf(tx.now),
          'heldOn',
          ChallengeCodes.DATE_IN_FUTURE,
          '论证日期不能晚于今天',
        ).found;
      return {
        change: {
          argument: { heldOn, experts, opinion, verdict },
          note: verdict === 'PASSED' ? '' : opinion,
        },
        reason: opinion,
        wrong,
      };
    });
  }
}

/** 失信禁入 (reference B4: good credit). */
const OWNER_BANNED = '发榜单位因失信在禁入期内，不能申报榜单';

const ARGUMENTS = { PASSED: 'passArgument', REVISE: 'reviseArgument', FAILED: 'failArgument' } as const;

const OPERATORS: Readonly<Record<string, Operator>> = {
  '>=': 'AT_LEAST',
  '>': 'AT_LEAST',
  '<=': 'AT_MOST',
  '<': 'AT_MOST',
  '=': 'EQUAL',
} satisfies Readonly<Record<string, Operator>> & Partial<Record<string, Indicator['operator']>>;
