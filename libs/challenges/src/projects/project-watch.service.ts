import { Injectable } from '@nestjs/common';
import { addMonths, legalDayOf, system, type LegalDay } from '@jihui/kernel';
import { eachApart } from '../bids/each-apart.js';
import { CallDesk } from '../calls/call-desk.js';
import { lateUntold } from '../core/projects/aftermath.js';
import { overdueUntold } from '../core/projects/project.js';
import { ProjectsStore } from '../store/projects.store.js';
import { ProjectDesk } from './project-desk.js';

/** 逾期提醒: what the clock finds in projects that run. */
@Injectable()
export class ProjectWatchService {
  constructor(
    private readonly desk: ProjectDesk,
    private readonly calls: CallDesk,
    private readonly store: ProjectsStore,
  ) {}

  /** Tells of each overdue milestone once, a project a transaction. */
  async alarm(now: Date): Promise<void> {
    const today = legalDayOf(now);
    const rules = await this.calls.rules(today);
    // Whatever an acceptance before that asks for is over, told and met or not.
    const since = addMonths(today, -12 * (rules.benefitYears + 2));
    const accepted = (await this.store.acceptedSince(since)).filter(
      (project) => lateUntold(project, rules, today).length > 0,
    );
    await eachApart(
      [
        ...(await this.store.overdue(today)).map((id) => () => this.alarmOf(id)),
        ...accepted.map(
          ({ id }) =>
            () =>
              this.remind(id),
        ),
      ],
      (tell) => tell(),
    );
  }

  /** 成果登记、经济效益报告逾期: each told once, to who owes it and who watches over it. */
  private remind(id: string): Promise<void> {
    return this.calls.run(system('challenges.watchProjects'), 'alarmLateDuties', {}, async (tx) => {
      const today = legalDayOf(tx.now);
      const rules = await this.calls.rules(today);
      let project = await this.store.lock(id);
      if (project === undefined) return;
      for (const about of lateUntold(project, rules, today)) {
        const [action, reason] =
          about === 'REGISTRATION'
            ? ['alarmLateRegistration', '验收通过后三十天内应登记成果']
            : ['alarmLateBenefit', `${about.split(':')[1] ?? ''} 年`];
        const alarms = [...project.alarms, { about, on: today satisfies LegalDay }];
        project = await this.desk.keep(tx, project, { alarms }, action ?? '', reason ?? null);
      }
    });
  }

  private alarmOf(id: string): Promise<void> {
    return this.calls.run(system('challenges.watchProjects'), 'alarmOverdueMilestones', {}, async (tx) => {
      const project = await this.store.lock(id);
      if (project === undefined) return;
      const today = legalDayOf(tx.now);
      const overdue = overdueUntold(project, today);
      // Passed, told of, ended or suspended since it was looked for.
      if (overdue.length === 0) return;
      const milestones = project.milestones.map((one) =>
        overdue.includes(one) ? { ...one, alarmedOn: today } : one,
      );
      const names = overdue.map(({ name, dueOn }) => `${name}（${dueOn}）`).join('、');
      await this.desk.keep(tx, project, { milestones }, 'alarmOverdueMilestones', names);
    });
  }
}
