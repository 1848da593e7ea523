import { FieldReader, type LegalDay, type Sent, type Violation } from '@jihui/kernel';
import { DiscoveryCodes } from '../errors.js';
import type { ProjectContent, ProjectLevel, ProjectStatus } from './project.js';

/** A project's form as it is sent. */
export type ProjectForm = Sent<Omit<ProjectContent, 'level' | 'status' | 'startedOn'>> & {
  readonly level: ProjectLevel;
  readonly status: ProjectStatus;
  readonly startedOn: LegalDay;
};

/** The content of a form, with everything that is wrong (not: missing) in it. */
export function projectContentFrom(form: ProjectForm): {
  readonly content: ProjectContent;
  readonly violations: readonly Violation[];
} {
  const reader = new FieldReader(DiscoveryCodes);
  const content: ProjectContent = {
    number: reader.text('number', '项目编号', form.number, 50),
    title: reader.text('title', '项目名称', form.title, 200),
    programme: reader.text('programme', '计划类别', form.programme, 100),
    level: form.level,
    status: form.status,
    leader: reader.text('leader', '项目负责人', form.leader, 50),
    members: reader.texts('members', '主要参加人员', form.members, { items: 50, max: 50 }),
    startedOn: form.startedOn,
    endedOn: reader.day(form.endedOn),
    funding: reader.fen('funding', '总经费', form.funding),
    summary: reader.text('summary', '项目简介', form.summary, 2_000),
    open: form.open ?? true,
  };
  return { content, violations: reader.violations.found };
}
