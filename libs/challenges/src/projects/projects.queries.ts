import { Injectable } from '@nestjs/common';
import { legalDayOf, sumFen, type Actor } from '@jihui/kernel';
import {
  Audit,
  BusinessClock,
  isUuid,
  type Connection,
  type GraphContext,
  type PageArgs,
} from '@jihui/platform';
import { CallDesk } from '../calls/call-desk.js';
import { CallGate } from '../calls/call-gate.js';
import { fileViews, type KeptFile } from '../core/files/kept-file.js';
import { compared } from '../core/indicators/indicators.js';
import { balanceOf } from '../core/money/ledger.js';
import {
  paymentViolations,
  projectMachine,
  projectSightOf,
  readsDiligence,
  type ProjectSight,
} from '../core/projects/perform.js';
import { benefitsDue, type AftermathRules } from '../core/projects/aftermath.js';
import { registerByFrom } from '../core/projects/task-book.js';
import { measurementsOf, type Project } from '../core/projects/project.js';
import { FactsStore } from '../store/facts.store.js';
import { ProjectsStore, type ProjectFilter } from '../store/projects.store.js';
import { projectStream } from './project-desk.js';

/** Reads of projects: everybody reads what was awarded and how its indicators stand; the rest is for who works on it. */
@Injectable()
export class ProjectsQueries {
  constructor(
    private readonly store: ProjectsStore,
    private readonly facts: FactsStore,
    private readonly gate: CallGate,
    private readonly desk: CallDesk,
    private readonly audit: Audit,
    private readonly clock: BusinessClock,
  ) {}

  async one(actor: Actor, id: string) {
    return (await this.byIds(actor, [id])).get(id) ?? null;
  }

  async byIds(actor: Actor, ids: readonly string[]) {
    const found = await this.store.byIds(ids.filter(isUuid));
    return new Map((await this.views(actor, [...found.values()])).map((view) => [view.id, view]));
  }

  async list(actor: Actor, filter: ProjectFilter, args: PageArgs): Promise<Connection<ProjectView>> {
    const callId = filter.callId == null || isUuid(filter.callId) ? filter.callId : null;
    const page = await this.store.list(actor, { ...filter, callId }, args);
    const views = await this.views(
      actor,
      page.edges.map(({ node }) => node),
    );
    return {
      ...page,
      edges: page.edges.flatMap(({ cursor }, at) => {
        const node = views[at];
        return node === undefined ? [] : [{ cursor, node }];
      }),
    };
  }

  /** In a fixed number of statements, however many there are. */
  private async views(actor: Actor, projects: readonly Project[]): Promise<readonly ProjectView[]> {
    if (projects.length === 0) return [];
    const now = await this.clock.now();
    const calls = await this.gate.many(projects.map(({ callId }) => callId));
    const masked = new Set(calls.filter(({ content }) => content.secrecy === 'MASKED').map(({ id }) => id));
    const organisations = await this.facts.organisations(
      projects.flatMap(({ organisationId, ownerId, changes }) => [
        ...[organisationId, ownerId],
        ...changes.flatMap(({ undertaker }) => (undertaker ? [undertaker.from, undertaker.to] : [])),
      ]),
    );
    const nameOf = (id: string): string | null => organisations.get(id)?.name ?? null;
    const rules = await this.desk.rules(legalDayOf(now));
    const people = await this.facts.personNames(
      projects
        .flatMap(({ responsibleId, supervisorId }) => [responsibleId, supervisorId])
        .flatMap((id) => id ?? []),
    );
    return projects.map((project) => {
      const sight = projectSightOf(actor, project);
      const named = sight !== 'PUBLIC' || !masked.has(project.callId);
      return {
        ...viewOf(project, sight, now),
        ...afterwards(project, sight, rules, nameOf),
        diligence: readsDiligence(actor, project) ? diligenceOf(project.id) : null,
        organisationName: organisations.get(project.organisationId)?.name ?? '',
        ownerName: named ? (organisations.get(project.ownerId)?.name ?? null) : null,
        responsibleName: people.get(project.responsibleId ?? '') ?? null,
        supervisorName: people.get(project.supervisorId ?? '') ?? null,
      };
    });
  }

  load(context: GraphContext, id: string): Promise<ProjectView | undefined> {
    return context.load('challenges.project', (ids) => this.byIds(context.actor, ids), id);
  }

  async actions(context: GraphContext, { project }: ProjectView) {
    const now = await context.load('challenges.now', async () => [await this.clock.now()], 'now');
    return projectMachine.availableActions(context.actor, project, now ?? new Date(0));
  }

  async timeline(context: GraphContext, { id, sight }: ProjectView) {
    if (sight === 'PUBLIC') return [];
    const load = (streams: readonly string[]) => this.audit.timelines('challenges', streams);
    return (await context.load('challenges.projectStreams', load, projectStream(id))) ?? [];
  }
}

function viewOf(project: Project, sight: ProjectSight, now: Date) {
  const inside = sight !== 'PUBLIC';
  const { exemption, acceptance, taskBook } = project;
  return {
    __typename: 'CallProject' as const,
    /** The whole, for the fields that are resolved apart. */
    project,
    ...{ id: project.id, version: project.version, code: project.code, state: project.state, sight },
    ...{ callId: project.callId, mode: project.mode, title: project.title, office: project.office },
    ...{ divisionCode: project.divisionCode, approved: project.approved, ownerDue: project.ownerDue },
    ...{ signBy: project.signBy, signedOn: taskBook?.signedOn ?? null, endsOn: taskBook?.endsOn ?? null },
    taskBookNumber: inside ? (taskBook?.number ?? null) : null,
    taskBookFiles: inside ? fileViews(taskBook?.files) : [],
    registrationNumber: project.contract?.registrationNumber ?? null,
    indicators: indicatorsOf(project),
    milestones: project.milestones.map(({ report, opinion, ...milestone }) => ({
      ...{ id: milestone.id, name: milestone.name, dueOn: milestone.dueOn, verdict: milestone.verdict },
      overdue: milestone.verdict !== 'PASSED' && legalDayOf(now) > milestone.dueOn,
      report: inside ? (report?.text ?? null) : null,
      evidence: inside ? (report?.evidence ?? null) : null,
      files: inside ? fileViews(report?.files) : [],
      measurements: inside ? (report?.measurements ?? []) : [],
      opinion: inside && opinion !== '' ? opinion : null,
    })),
    money: inside ? moneyOf(project, sight) : null,
    inspections: inside ? project.inspections.map(withFiles) : [],
    acceptance:
      inside && acceptance !== null
        ? {
            ...{ appliedAt: new Date(acceptance.appliedAt), summary: acceptance.summary },
            userSatisfied: acceptance.userReport?.satisfied ?? null,
            userReport: acceptance.userReport?.text ?? null,
            ...{ opinion: acceptance.opinion, rectifyBy: acceptance.rectifyBy },
            files: fileViews(acceptance.files),
            userFiles: fileViews(acceptance.userReport?.files),
            conclusionFiles: fileViews(acceptance.conclusionFiles),
          }
        : null,
    exemption:
      inside && exemption !== null
        ? {
            ...{ facts: exemption.facts, records: exemption.records, review: exemption.review },
            ...{ expertOpinion: exemption.expertOpinion, reviewed: exemption.reviewedBy !== null },
            ...{ exempt: exemption.exempt, conclusion: exemption.conclusion },
            files: fileViews(exemption.files),
          }
        : null,
    results: project.results.map(({ files, ...result }) => ({
      ...result,
      files: inside ? fileViews(files) : [],
    })),
    performance: project.performance,
    performanceSheet: inside ? project.performanceSheet : [],
    note: inside && project.note !== '' ? project.note : null,
    ...{ suspendedAt: project.suspendedAt, createdAt: project.createdAt, updatedAt: project.updatedAt },
  };
}

/** Changes with the names of their undertakers, and what is owed after an acceptance. */
const afterwards = (
  project: Project,
  sight: ProjectSight,
  rules: AftermathRules,
  nameOf: (organisationId: string) => string | null,
) => {
  const inside = sight !== 'PUBLIC';
  const { acceptance, benefits, changes } = project;
  const { passed, concludedOn } = acceptance ?? {};
  return {
    changes: inside
      ? changes.map(({ undertaker, ...change }) => ({
          ...withFiles(change),
          formerName: undertaker ? nameOf(undertaker.from) : null,
          successorName: undertaker ? nameOf(undertaker.to) : null,
        }))
      : [],
    registerBy: passed === true && concludedOn !== undefined ? registerByFrom(concludedOn) : null,
    benefits: inside
      ? benefits.map(({ organisationId, ...report }) => ({
          ...withFiles(report),
          organisationName: nameOf(organisationId) ?? '',
        }))
      : [],
    benefitsDue: inside
      ? benefitsDue(project, rules).map(({ year, by }) => ({
          ...{ year, by, reported: benefits.some((one) => one.year === year) },
        }))
      : [],
  };
};

const withFiles = <T extends { readonly files?: readonly KeptFile[] }>(record: T) => ({
  ...record,
  files: fileViews(record.files),
});

const diligenceOf = (id: string) => ({
  reportUrl: `/files/challenges/diligence/${id}/report`,
  packUrl: `/files/challenges/diligence/${id}/pack`,
});

export type ProjectView = ReturnType<typeof viewOf> &
  ReturnType<typeof afterwards> & {
    readonly diligence: ReturnType<typeof diligenceOf> | null;
    readonly organisationName: string;
    readonly ownerName: string | null;
    readonly responsibleName: string | null;
    readonly supervisorName: string | null;
  };

const indicatorsOf = (project: Project) => {
  const results = compared(project.indicators, project.promises, measurementsOf(project));
  return project.indicators.map((indicator) => {
    const found = results.find(({ code }) => code === indicator.code);
    return {
      indicator,
      ...{ promised: found?.promised?.value ?? null, promisedUpper: found?.promised?.upper ?? null },
      ...{ measured: found?.measured ?? null, ofCall: found?.ofCall ?? 'NOT_MEASURED' },
      ofPromise: found?.ofPromise ?? 'NOT_MEASURED',
    };
  });
};

function moneyOf(project: Project, sight: ProjectSight) {
  const paid = new Set(
    project.entries.filter(({ kind }) => kind === 'PAID').map(({ instalment }) => instalment),
  );
  return {
    ...balanceOf(project.entries),
    ownerPaid: sumFen(project.ownerPayments.map(({ amount }) => amount)),
    instalments: project.instalments.map(({ id, amount, milestone }) => ({
      ...{ id, amount, milestoneId: milestone, paid: paid.has(id) },
      violations: sight === 'OFFICER' && !paid.has(id) ? paymentViolations(project, id) : [],
    })),
    entries: project.entries.map(withFiles),
    ownerPayments: project.ownerPayments.map(withFiles),
    requested: project.request?.instalment ?? null,
    requestedFiles: fileViews(project.request?.files),
  };
}
