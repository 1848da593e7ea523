import { Injectable } from '@nestjs/common';
import { addDays, addMonths, type Actor } from '@jihui/kernel';
import { ProjectMoneyService } from '../projects/money.service.js';
import { ProjectsService } from '../projects/projects.service.js';
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
    await step(owner, (on, day) => this.money.prove(owner, { ...on, day, ...ownerReceipt }));
    telling.later(2);
    await step(who('registrar2'), (on, day) =>
      this.projects.inspect(who('registrar2'), { ...on, day, findings: inspection, rectifyBy: null }),
    );
    telling.later();
    const reported = { ...report, milestoneId: 'M1', measurements: [...report.measurements] };
    await step(undertaker, (on) => this.projects.report(undertaker, { ...on, ...reported }));
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
    await step(officer, (on) =>
      this.projects.sign(officer, {
        ...{ ...on, number: plan.number, signedOn, endsOn: addMonths(signedOn, plan.months) },
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

  private officeOf({ who, story }: Telling, organisationId: string) {
    const office = story.bids
      .map(({ person }) => who(person))
      .find(({ memberships }) => memberships[0]?.organisationId === organisationId);
    if (office === undefined) throw new Error('no office');
    return office;
  }
}
