import { formatYuan, type LegalDay } from '@jihui/kernel';
import { PACK_FILES, PACK_FORMAT } from '@jihui/proofs';
import { sha256, type ChainedEntry } from '@jihui/platform';
import { filesOf } from '../core/files/project-files.js';
import { compared } from '../core/indicators/indicators.js';
import { balanceOf } from '../core/money/ledger.js';
import type { AftermathRules } from '../core/projects/aftermath.js';
import { dutiesOf, type Duty, type ProvenStep } from '../core/projects/duties.js';
import { measurementsOf, type Project } from '../core/projects/project.js';

/** Of what a pack is made. */
export interface PackFacts {
  readonly project: Project;
  readonly undertaker: string;
  readonly owner: string;
  readonly call: { readonly code: string; readonly title: string; readonly mode: string };
  readonly history: readonly ChainedEntry[];
  /** Names of the people who stand in the history and the records. */
  readonly nameOf: (personId: string | null) => string;
  /** By which what is not done is overdue. */
  readonly today: LegalDay;
  readonly rules: AftermathRules;
}

export interface PackFile {
  readonly path: string;
  readonly text: string;
}

/** A file of the pack as the manifest and the report name it. */
export interface ListedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** 尽职材料: the same project gives the same files, and so the same hash of their manifest. */
export interface DiligencePack {
  readonly files: readonly PackFile[];
  /** Files that were handed in with the records: they lie on the disk under their hash. */
  readonly stored: readonly ListedFile[];
  readonly manifest: PackFile;
  /** What the report names, and whoever checks the pack compares. */
  readonly manifestSha256: string;
  readonly duties: readonly Duty[];
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

export function packOf(facts: PackFacts): DiligencePack {
  const { project, history, nameOf, today, rules } = facts;
  const steps = history.map(({ entry, hash }): ProvenStep => {
    const { seq, at, action, reason, actorId } = entry;
    return { seq, at, action, reason, person: nameOf(actorId), hash };
  });
  const duties = dutiesOf(project, steps, today, rules);
  const chained = history.map((step) => ({ ...step, person: nameOf(step.entry.actorId) }));
  const files: readonly PackFile[] = [
    ...recordsOf(facts),
    { path: PACK_FILES.duties, text: pretty(duties) },
    { path: PACK_FILES.history, text: pretty(chained) },
  ];
  const stored = storedIn(project);
  const { code, title, state, version } = project;
  const text = pretty({
    format: PACK_FORMAT,
    project: { code, title, state, version },
    history: { length: history.length, head: history.at(-1)?.hash ?? '' },
    files: [...files.map(listed), ...stored],
  });
  const manifest = { path: PACK_FILES.manifest, text };
  return { files, stored, manifest, manifestSha256: sha256(text), duties };
}

const listed = ({ path, text }: PackFile): ListedFile => ({
  ...{ path, size: Buffer.byteLength(text), sha256: sha256(text) },
});

/** In folders of their records, each with its place before its name, so that two of one name stand beside each other. */
const storedIn = (project: Project): readonly ListedFile[] =>
  filesOf(project).map(({ record, file: { name, size, sha256: hash } }, at) => ({
    ...{ path: `files/${record}/${String(at + 1).padStart(3, '0')}-${name}`, size, sha256: hash },
  }));

/** What was done, as the platform keeps it: people by name. */
function recordsOf({ project, undertaker, owner, call, nameOf }: PackFacts): readonly PackFile[] {
  const { taskBook, contract, milestones, instalments, entries, request, ownerPayments } = project;
  const { changes, inspections, acceptance, exemption, indicators, promises } = project;
  const { code, title, state, approved, ownerDue, office, responsibleId, supervisorId, note } = project;
  const file = (name: string, value: unknown): PackFile => ({
    ...{ path: `records/${name}.json`, text: pretty(value) },
  });
  return [
    file('project', {
      ...{ code, title, state, call, undertaker, owner, office, note, approved, ownerDue },
      ...{ responsible: nameOf(responsibleId), supervisor: nameOf(supervisorId) },
      ...{ performance: project.performance, signBy: project.signBy },
      performanceSheet: project.performanceSheet,
      indicators: compared(indicators, promises, measurementsOf(project)).map((result, at) => ({
        ...{ indicator: indicators[at], ...result },
      })),
    }),
    file('task-book', {
      ...{ taskBook, contract, instalments },
      milestones: milestones.map(({ id, name, dueOn }) => ({ id, name, dueOn })),
    }),
    file('milestones', milestones),
    file('payments', {
      ...{ balance: balanceOf(entries), instalments },
      entries: entries.map(({ personIds, ...entry }) => ({ ...entry, people: personIds.map(nameOf) })),
      request: request && { ...request, personId: undefined, person: nameOf(request.personId) },
    }),
    file('owner-receipts', ownerPayments),
    file('changes', changes),
    file(
      'inspections',
      inspections.map(({ personId, ...inspection }) => ({ ...inspection, person: nameOf(personId) })),
    ),
    file('acceptance', acceptance),
    file('results', project.results),
    file('benefits', project.benefits),
    file('exemption', exemption && exemptionOf(exemption, nameOf)),
  ];
}

function exemptionOf(
  { proposedBy, reviewedBy, decidedBy, ...said }: NonNullable<Project['exemption']>,
  nameOf: PackFacts['nameOf'],
): object {
  const people = { proposedBy: nameOf(proposedBy), reviewedBy: nameOf(reviewedBy) };
  return { ...said, ...people, decidedBy: nameOf(decidedBy) };
}

const STATES: Readonly<Record<Duty['state'], string>> = {
  MET: '已完成',
  LATE: '逾期完成',
  OPEN: '尚未办理',
  NOT_DUE: '未到期',
  RELEASED: '项目提前结束，不再履行',
};

/** The report as paragraphs: each duty with its day, its people and the hashes that prove it. */
export function reportOf(
  { project, undertaker, owner, call, history }: PackFacts,
  { duties, files, stored, manifestSha256 }: DiligencePack,
  actionName: (action: string) => string,
): readonly string[] {
  const done = duties.filter(({ state }) => state === 'MET' || state === 'LATE').length;
  const late = duties.filter(
    ({ state, due }) => state === 'LATE' || (state === 'OPEN' && due !== null),
  ).length;
  return [
    `项目：${project.code} ${project.title}`,
    `榜单：${call.code} ${call.title}`,
    `承担单位：${undertaker}；发榜方：${owner}；责任处室：${project.office}`,
    `核定财政资金 ${formatYuan(project.approved)} 元，发榜方出资 ${formatYuan(project.ownerDue)} 元`,
    `义务 ${duties.length} 项，其中已完成 ${done} 项，逾期 ${late} 项。本材料供免责认定使用，如实列出已办和未办的事项，不作结论。`,
    '一、义务履行情况',
    ...duties.flatMap((duty, at) => dutyLines(duty, at, actionName)),
    '二、材料清单与 SHA-256',
    ...[...files.map(listed), ...stored].map(({ path, sha256: hash }) => `${path}\n${hash}`),
    '三、核验方法',
    `办理记录共 ${history.length} 步，每步的哈希含前一步的哈希，末步为 ${history.at(-1)?.hash ?? '—'}。`,
    '清单文件 manifest.json 的 SHA-256：',
    manifestSha256,
    '对材料包运行 jihui verify-diligence，或逐个计算文件的 SHA-256，与 manifest.json 比对，再与本页的哈希比对，无需联网。',
  ];
}

function dutyLines(
  { duty, side, basis, due, state, metOn, steps }: Duty,
  at: number,
  actionName: (action: string) => string,
): readonly string[] {
  const days = [due === null ? '' : `期限 ${due}`, metOn === null ? '' : `完成 ${metOn}`].filter(Boolean);
  return [
    `${at + 1}. ${duty}（${side}）：${state === 'OPEN' && due !== null ? '逾期未办' : STATES[state]}${days.length === 0 ? '' : `，${days.join('，')}`}。依据：${basis}`,
    ...steps.map(
      ({ seq, at: when, action, person, hash }) =>
        `    第 ${seq} 步 ${local(when)} ${person} ${actionName(action)}\n    ${hash}`,
    ),
  ];
}

const FORMAT = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'short',
});
const local = (at: string): string => FORMAT.format(new Date(at));
