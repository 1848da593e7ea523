import { Injectable } from '@nestjs/common';
import { legalDayOf, system } from '@jihui/kernel';
import { eachApart } from '../bids/each-apart.js';
import { CallDesk } from '../calls/call-desk.js';
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
    await eachApart(await this.store.overdue(today), (id) => this.alarmOf(id));
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
