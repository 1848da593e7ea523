import { randomUUID } from 'node:crypto';
import type { PersonActor } from '@jihui/kernel';
import type { ProjectAction } from '../src/core/projects/lifecycle.js';
import type { World } from './calls.world.js';

export const RECORDS = '/files/challenges/records';

/** Sends a scan. @returns what the server answered */
export const send = (
  world: World,
  actor: Parameters<World['as']>[0],
  fields: Readonly<Record<string, string>>,
  { name = '检测报告.pdf', content = Buffer.from(`%PDF-1.4 ${randomUUID()}`) } = {},
) => world.as(actor).upload(RECORDS, name, content, fields);

/** What cannot be done without a file, and for which act one is sent. */
const NEEDS: Readonly<Record<string, ProjectAction>> = {
  signProject: 'sign',
  reportMilestone: 'report',
  proveOwnerPayment: 'provePayment',
  applyForAcceptance: 'applyAcceptance',
};

/** The files with which a mutation on a project is asked; none where it needs none, or the actor may send none. */
export async function filesFor(
  world: World,
  actor: PersonActor,
  mutation: string,
  projectId: string,
): Promise<{ readonly files?: readonly string[] }> {
  const action = NEEDS[mutation];
  if (action === undefined) return {};
  const { status, body } = await send(world, actor, { projectId, action });
  return status === 201 ? { files: [(body as { id: string }).id] } : {};
}
