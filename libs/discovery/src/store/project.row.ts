import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import {
  peopleOf,
  type Project,
  type ProjectContent,
  type ProjectLevel,
  type ProjectState,
  type ProjectStatus,
} from '../core/projects/project.js';

/** A project; beside the content the columns by which lists filter and find. */
@Entity({ schema: 'discovery', name: 'project' })
export class ProjectRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') ownerId!: string;
  @Column('text') scopeCode!: string;
  @Column('text') state!: ProjectState;
  @Column('text') number!: string;
  @Column('text') title!: string;
  @Column('text') level!: ProjectLevel;
  @Column('text') status!: ProjectStatus;
  @Column('boolean') open!: boolean;
  @Column('date') startedOn!: LegalDay;
  @Column('text', { array: true }) people!: string[];
  @Column('text') words!: string;
  @Column('jsonb') content!: ProjectContent;
  @Column('text') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

export function toProjectRow(project: Project): ProjectRow {
  const { number, title, level, status, open, startedOn, programme } = project.content;
  const people = peopleOf(project.content);
  const words = [number, title, programme, ...people].join(' ').toLowerCase();
  return { ...project, number, title, level, status, open, startedOn, people, words };
}

export const toProject = ({
  id,
  version,
  ownerId,
  scopeCode,
  state,
  content,
  createdBy,
  createdAt,
  updatedAt,
}: ProjectRow): Project => ({
  ...{ id, version, ownerId, scopeCode, state, content, createdBy, createdAt, updatedAt },
});
