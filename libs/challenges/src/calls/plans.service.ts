import { Injectable } from '@nestjs/common';
import {
  actorId,
  cleanText,
  FieldReader,
  legalDayOf,
  Violations,
  say,
  type Actor,
  type Violation,
} from '@jihui/kernel';
import { checkIds } from '@jihui/platform';
import type * as Types from '../challenges.types.gen.js';
import { approvalsLeft, type Call, type CallPlan } from '../core/calls/call.js';
import { fundingFrom } from '../core/calls/form.js';
import { ChallengeCodes } from '../core/errors.js';
import { FULL } from '../core/review/scoring.js';
import { RecordFilesService } from '../files/record-files.service.js';
import { FactsStore } from '../store/facts.store.js';
import { CallDesk, type Changed } from './call-desk.js';

const LIMITS = { criteria: 12, custodians: 9, documents: 20 } as const;

/** 榜单安排 and 审批: what the bureau lays down, and who has approved it. */
@Injectable()
export class PlansService {
  constructor(
    private readonly desk: CallDesk,
    private readonly facts: FactsStore,
    private readonly files: RecordFilesService,
  ) {}

  /** May be incomplete: an approval asks for the whole. What was approved before is approved anew. */
  async plan(actor: Actor, input: Types.PlanCallInput): Promise<Changed> {
    const ids = [
      ...input.custodians.map(({ personId }) => personId),
      ...[input.undertakerId, input.responsibleId, input.supervisorId].flatMap((id) => id ?? []),
    ];
    checkIds(...ids);
    const changed = await this.desk.act(actor, 'planCall', 'plan', input, async ({ call }, tx) => {
      const reader = new FieldReader(ChallengeCodes);
      const funding = fundingFrom(reader, input.funding);
      const { plan, wrong: missing } = await this.withFiles(actor, call.id, planFrom(reader, input), input);
      const wrong = [...reader.violations.found, ...missing, ...(await this.peopleFaults(call, plan))];
      if (wrong.length === 0)
        await this.files.take(
          plan.documents.flatMap(({ files }) => files ?? []),
          tx.now,
        );
      return {
        change: { mode: input.mode, funding, plan, approvals: [] },
        wrong,
      };
    });
    await this.files.forget(input.documents.flatMap(({ files }) => files ?? []));
    return changed;
  }

  private async withFiles(
    actor: Actor,
    callId: string,
    plan: CallPlan,
    { documents }: Types.PlanCallInput,
  ): Promise<{ readonly plan: CallPlan; readonly wrong: readonly Violation[] }> {
    const ids = plan.documents.map((_, at) => documents[at]?.files ?? []);
    const offered = await this.files.offeredWithPlan(actor, callId, ids);
    return {
      plan: {
        ...plan,
        documents: plan.documents.map((document, at) => ({ ...document, files: offered[at]?.files ?? [] })),
      },
      wrong: offered.flatMap(({ wrong }) => wrong),
    };
  }

  /** Who is named must stand; nobody of the owner, or of the undertaker it is meant for, keeps a share or supervises. */
  private async peopleFaults({ ownerId }: Call, plan: CallPlan): Promise<readonly Violation[]> {
    const parties = [ownerId, ...(plan.undertakerId === null ? [] : [plan.undertakerId])];
    const named = [
      ...plan.custodians.map(({ personId }, index) => [`custodians.${index}.personId`, personId] as const),
      ['responsibleId', plan.responsibleId] as const,
      ['supervisorId', plan.supervisorId] as const,
    ];
    const standing = await this.facts.standing(
      named.flatMap(([, id]) => id ?? []),
      parties,
    );
    const undertaker =
      plan.undertakerId === null ? undefined : await this.facts.organisation(plan.undertakerId);
    const found = new Violations().when(
      plan.undertakerId !== null && undertaker?.active !== true,
      'undertakerId',
      ChallengeCodes.UNDERTAKER,
      '没有找到该单位，或单位已停用',
    );
    for (const [path, id] of named)
      found.when(
        id !== null && !standing.has(id),
        path,
        ChallengeCodes.PERSON_UNKNOWN,
        '没有找到此人，或账户已停用，或属于发榜方、承担单位',
      );
    return found.found;
  }

  /** 审批: the next one that the mode asks for; the last one settles it. */
  approve(actor: Actor, input: Types.ApproveCallInput): Promise<Changed> {
    return this.desk.act(
      actor,
      'approveCall',
      'approve',
      input,
      ({ call }, tx) => {
        const document = cleanText(input.document);
        const opinion = cleanText(input.opinion ?? '');
        const [approval] = approvalsLeft(call);
        if (approval === undefined) throw new Error('a candidate with nothing left to approve');
        const wrong = new Violations()
          .text('document', '会议纪要或文件号', document, { max: 100 })
          .optionalText('opinion', '意见', opinion, 2_000)
          .when(
            input.day > legalDayOf(tx.now),
            'day',
            ChallengeCodes.DATE_IN_FUTURE,
            '审批日期不能晚于今天',
          ).found;
        const given = { approval, document, opinion, day: input.day, personId: actorId(actor) };
        return {
          change: { approvals: [...call.approvals, given], note: '' },
          reason: [document, opinion].filter(Boolean).join('：'),
          wrong,
        };
      },
      async (call, tx) => {
        if (approvalsLeft(call).length > 0) return;
        const subject = await this.desk.caseOf(call, tx.now);
        await this.desk.perform(tx, actor, subject, 'settleApproval');
      },
    );
  }
}

type InRange = (path: string, label: string, value: number, min: number, max: number) => number;

const secondStageFrom = (
  { advance, line, weight }: Types.CallSecondStageInput,
  inRange: InRange,
): CallPlan['secondStage'] => ({
  advance: inRange('secondStage.advance', '进入答辩的方案数', advance, 1, 99),
  line: line == null ? null : inRange('secondStage.line', '进入答辩的分数线', line, 0, FULL),
  weight: inRange('secondStage.weight', '答辩所占比重', weight, 1, 99),
});

function planFrom(reader: FieldReader, input: Types.PlanCallInput): CallPlan {
  const inRange: InRange = (path, label, value, min, max) => {
    reader.violations.when(
      value < min || value > max,
      path,
      'OUT_OF_RANGE',
      say`${label}应在 ${min} 到 ${max} 之间`,
    );
    return value;
  };
  return {
    undertakerId: input.undertakerId ?? null,
    winners: inRange('winners', '立项家数', input.winners, 1, 10),
    biddingDays: inRange('biddingDays', '揭榜期', input.biddingDays, 1, 365),
    criteria: reader
      .items('criteria', '评审指标', input.criteria, LIMITS.criteria, ({ name, weight }, path) => {
        const cleaned = reader.text(`${path}.name`, '评审指标', name, 60);
        reader.violations.when(cleaned === '', `${path}.name`, 'REQUIRED', '请填写评审指标');
        return { name: cleaned, weight: inRange(`${path}.weight`, '分值', weight, 1, FULL) };
      })
      .map((one, index) => ({ ...one, code: `C${index + 1}` })),
    custodians: reader.items(
      'custodians',
      '保管人',
      input.custodians,
      LIMITS.custodians,
      ({ personId, office }) => ({ personId, office }),
    ),
    threshold: inRange('threshold', '开标所需份数', input.threshold, 2, LIMITS.custodians),
    documents: reader.items('documents', '材料', input.documents, LIMITS.documents, (one, path) => ({
      kind: one.kind,
      title: reader.text(`${path}.title`, '材料名称', one.title, 200),
      number: reader.text(`${path}.number`, '文号', one.number, 100),
      day: reader.day(one.day),
      summary: reader.text(`${path}.summary`, '内容摘要', one.summary, 2_000),
    })),
    key: input.key,
    judges: input.judges == null ? null : inRange('judges', '每份方案的评审专家数', input.judges, 1, 99),
    panelTimes: inRange('panelTimes', '专家组人数的倍数', input.panelTimes ?? 1, 1, 9),
    secondStage: input.secondStage == null ? null : secondStageFrom(input.secondStage, inRange),
    office: reader.text('office', '责任处室', input.office, 100),
    responsibleId: input.responsibleId ?? null,
    supervisorId: input.supervisorId ?? null,
  };
}
