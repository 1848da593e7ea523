import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { addDays, addMonths, formatYuan, type Actor } from '@jihui/kernel';
import { drawPages, Files, uuidv7 } from '@jihui/platform';
import { RecordFilesService } from '../files/record-files.service.js';
import { ProjectMoneyService } from '../projects/money.service.js';
import { ProjectsService } from '../projects/projects.service.js';
import type { ProjectAction } from '../core/projects/lifecycle.js';
import type { Project } from '../core/projects/project.js';
import { ProjectsStore } from '../store/projects.store.js';
import type { DemoProject, Telling } from './story.js';

/** A project of the demo city: its task book, its first milestone and its first money. */
@Injectable()
export class DemoProjects {
  constructor(
    private readonly projects: ProjectsService,
    private readonly money: ProjectMoneyService,
    private readonly store: ProjectsStore,
    private readonly files: RecordFilesService,
    private readonly bytes: Files,
  ) {}

  async tell(telling: Telling, callId: string): Promise<void> {
    const { project: plan } = telling.story;
    const [begun] = await this.store.lockOf(callId, 1);
    if (plan === undefined || begun === undefined) throw new Error('call-stories.jsonl: no project');
    const { who } = telling;
    const officer = who('officer');
    const undertaker = this.officeOf(telling, begun.organisationId);
    const owner = who(telling.story.person);
    const step = await this.signed(telling, begun, plan);
    const { report, assessment, inspection, appropriation, ownerReceipt } = plan;

    telling.later();
    await step(officer, (on, day) =>
      this.money.appropriate(officer, { ...on, day, ...appropriation, amount: begun.approved }),
    );
    const receipt = await this.scan(owner, begun, 'provePayment', '银行回单', [
      `回单号：${ownerReceipt.voucher}`,
      `收款项目：${begun.code} ${begun.title}`,
      `金额：${formatYuan(ownerReceipt.amount)} 元`,
    ]);
    await step(owner, (on, day) => this.money.prove(owner, { ...on, day, ...ownerReceipt, files: receipt }));
    telling.later(2);
    await step(who('registrar2'), (on, day) =>
      this.projects.inspect(who('registrar2'), { ...on, day, findings: inspection, rectifyBy: null }),
    );
    telling.later();
    const reported = { ...report, milestoneId: 'M1', measurements: [...report.measurements] };
    const proof = await this.scan(undertaker, begun, 'report', '节点证明材料', [
      report.text,
      report.evidence,
      ...report.measurements.map(({ code, value }) => `指标 ${code} 检测值：${value}`),
    ]);
    await step(undertaker, (on) => this.projects.report(undertaker, { ...on, ...reported, files: proof }));
    telling.later();
    await step(officer, (on) =>
      this.projects.assess(officer, {
        ...{ ...on, milestoneId: 'M1', verdict: 'PASSED' as const },
        opinion: assessment,
      }),
    );
    await this.pay(telling, begun, step);
  }

  /** 签订任务书, on the first working day after the award. */
  private async signed(telling: Telling, begun: Project, plan: DemoProject) {
    telling.later();
    const signedOn = telling.today;
    const step = async (
      actor: Actor,
      act: (on: ReturnType<Telling['on']>, day: string) => Promise<unknown>,
    ): Promise<void> => {
      const project = (await this.store.byIds([begun.id])).get(begun.id);
      if (project === undefined || actor.kind !== 'person') throw new Error('no project');
      await telling.do(() => act(telling.on(project), telling.today));
    };
    const officer = telling.who('officer');
    const files = await this.scan(officer, begun, 'sign', '任务书（签字盖章）', [
      `任务书编号：${plan.number}`,
      `项目：${begun.code} ${begun.title}`,
      `核定财政资金 ${formatYuan(begun.approved)} 元，发榜方出资 ${formatYuan(begun.ownerDue)} 元`,
      ...plan.milestones.map(
        ({ name, signedPlusDays }) => `${addDays(signedOn, signedPlusDays)} 前完成：${name}`,
      ),
    ]);
    await step(officer, (on) =>
      this.projects.sign(officer, {
        ...{ ...on, files, number: plan.number, signedOn, endsOn: addMonths(signedOn, plan.months) },
        milestones: plan.milestones.map(({ name, signedPlusDays }) => ({
          name,
          dueOn: addDays(signedOn, signedPlusDays),
        })),
        instalments: [...plan.instalments],
      }),
    );
    return step;
  }

  /** The contract of the two sides is registered; the first instalment is paid, and the second waits for its approval. */
  private async pay(
    telling: Telling,
    { organisationId, ownerId }: Project,
    step: Awaited<ReturnType<DemoProjects['signed']>>,
  ): Promise<void> {
    const contract = await this.store.contractBetween(organisationId, ownerId);
    // A city that was filled with other contracts has a project that still waits for its own.
    if (contract?.registrationNumber == null) return;
    const { registrationNumber } = contract;
    const undertaker = this.officeOf(telling, organisationId);
    const [officer, second] = [telling.who('officer'), telling.who('registrar1')];
    telling.comeToPresent();
    await step(undertaker, (on) => this.projects.link(undertaker, { ...on, registrationNumber }));
    await step(officer, (on) =>
      this.money.request(officer, { ...on, instalment: 'P1', voucher: 'PZ-2026-0117' }),
    );
    await step(second, (on) => this.money.pay(second, on));
    await step(officer, (on) =>
      this.money.request(officer, { ...on, instalment: 'P2', voucher: 'PZ-2026-0118' }),
    );
  }

  /** A document as a side would have scanned it. @returns its id, to be handed in */
  private async scan(
    actor: Actor,
    project: Project,
    action: ProjectAction,
    title: string,
    paragraphs: readonly string[],
  ): Promise<string[]> {
    const { id: projectId, code } = project;
    const place = await this.files.admit(actor, { projectId, action });
    const id = uuidv7();
    const content = await drawPages(title, paragraphs);
    const stored = await this.bytes.put(Readable.from([content]), { apart: id });
    const name = `${code}-${title}.pdf`;
    await this.files.keep(actor, place, id, { ...stored, name, fields: {} });
    return [id];
  }

  private officeOf({ who, story }: Telling, organisationId: string) {
    const office = story.bids
      .map(({ person }) => who(person))
      .find(({ memberships }) => memberships[0]?.organisationId === organisationId);
    if (office === undefined) throw new Error('no office');
    return office;
  }
}
