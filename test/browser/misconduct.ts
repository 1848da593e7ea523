import { randomUUID } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import { ask } from './people.js';
import { VISITS } from './routes.js';

/** A report that this person investigates, so that it can be concluded. */
export async function underInvestigation(context: BrowserContext): Promise<string> {
  const at = VISITS['/misconduct/:id']?.at;
  if (typeof at !== 'function') throw new Error('no report is visited');
  const address = await at(context);
  const id = address.split('/').at(-1) ?? '';
  for (const mutation of ['acceptMisconductReport', 'investigateMisconductReport']) {
    const { misconductReport } = await ask<{ misconductReport: { version: number } }>(
      context,
      'query ($id: ID!) { misconductReport(id: $id) { version } }',
      { id },
    );
    await ask(
      context,
      `mutation ($input: MisconductOpinionInput!) { ${mutation}(input: $input) { clientMutationId } }`,
      {
        input: {
          ...{ clientMutationId: randomUUID(), id, expectedVersion: misconductReport.version },
          opinion: '内容具体，予以办理',
        },
      },
    );
  }
  return address;
}
