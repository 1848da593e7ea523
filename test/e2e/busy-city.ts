import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import {
  agreeThePrice,
  completeTheDisclosure,
  daysOf,
  openTheDeal,
  signTheContract,
  startTheDisclosure,
  type Named,
} from '../../scripts/demo/chapter-deal.mjs';
import { applyAndRegister } from '../../scripts/demo/chapter-contract.mjs';
import { publishTheNeed, publishTheResult } from '../../scripts/demo/chapter-listings.mjs';
import { castOf, type Stage } from '../../scripts/demo/main-job.mjs';
import { demoAccounts, demoOrganisation, type DemoCity } from './city.js';

interface MainJobInput {
  readonly result: { readonly title: string };
  readonly need: { readonly title: string };
}

/** Several at a time, as people would. */
async function each<T, R>(items: readonly T[], task: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.map((item, index) => [item, index] as const);
  const run = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift())
      results[next[1]] = await task(next[0]);
  };
  await Promise.all(Array.from({ length: 4 }, run));
  return results;
}

/**
 * Fills the city through its own API with `count` of everything that is listed: results, needs, deals with
 * disclosures, brokers and commissions, and registered contracts.
 */
export async function makeBusy(
  city: DemoCity,
  count: number,
): Promise<{ stage: Stage; deals: readonly Named[] }> {
  const input = JSON.parse(readFileSync('config/demo/main-job.json', 'utf8')) as MainJobInput;
  const stage = await castOf({ url: city.url, accounts: demoAccounts, step: () => undefined });
  const numbers = Array.from({ length: count }, (_, index) => index + 1);

  const listed = await each(numbers, async (number) => ({
    result: await publishTheResult(stage, { ...input.result, title: `${input.result.title}（${number}）` }),
    need: await publishTheNeed(stage, { ...input.need, title: `${input.need.title}（${number}）` }),
  }));
  await city.settle();
  const opened = await each(listed, ({ need, result }) => openTheDeal(stage, need, result));
  const priced = await each(opened, (deal) => agreeThePrice(stage, deal));
  const disclosing = await each(priced, (deal) => startTheDisclosure(stage, deal));
  const [first] = disclosing;
  if (first !== undefined) await city.advance(daysOf(first));
  const ready = await each(disclosing, (deal) => completeTheDisclosure(stage, deal));
  const signed = await each(ready, (deal) => signTheContract(stage, deal));
  await city.settle();
  await each(signed, (deal) => applyAndRegister(stage, deal));
  await city.settle();
  await talkMuch(city, stage, signed[0], count);
  await joinMany(city, count);
  await city.settle();
  return { stage, deals: signed };
}

/** A deal with a long history. */
async function talkMuch(city: DemoCity, stage: Stage, deal: Named | undefined, count: number): Promise<void> {
  if (deal === undefined) return;
  await each(Array.from({ length: count }), async () => {
    await stage.enterprise.mutate(
      'mutation ($input: PostMessageInput!) { postMessage(input: $input) { message { id } } }',
      {
        dealId: deal.id,
        body: '请确认交付时间。',
      },
    );
    await stage.enterprise.mutate(
      'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { note { id } } }',
      {
        dealId: deal.id,
        body: '内部：预算已批。',
      },
    );
  });
  await city.settle();
}

/** Organisations that wait for approval, and people who are invited. */
async function joinMany(city: DemoCity, count: number): Promise<void> {
  const office = city.who('transferOfficer');
  await each(Array.from({ length: count }), async () => {
    await office.mutate(
      'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { membership { id } } }',
      {
        input: {
          organisationId: demoOrganisation('university').id,
          email: `${randomUUID()}@demo.jihui.cn`,
          roles: ['RESEARCHER'],
        },
      },
    );
  });
}
