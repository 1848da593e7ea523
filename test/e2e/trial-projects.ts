import { UNIVERSITY, odd, oddly, verbsOn, type Cast } from './trial-cast.js';

const contentOf = (more: object = {}) => ({
  number: oddly('XZKJ2026-01'),
  title: odd('环锻件余热淬火节能工艺'),
  programme: oddly('忻州市科技计划'),
  level: 'CITY',
  status: 'RUNNING',
  leader: oddly('李文博'),
  members: [oddly('秦树林')],
  startedOn: '2026-01-01',
  endedOn: '2027-12-31',
  funding: 30_000_000,
  summary: odd('利用锻后余热完成淬火。'),
  open: true,
  ...more,
});

/** Every verb of the record of research projects. */
export async function tryProjects(cast: Cast): Promise<void> {
  const { trials, outsiders, office } = cast;
  const verb = verbsOn(cast, 'project', (mutation) => ACTIONS[mutation] ?? mutation);
  const recorded = await trials.run({
    mutation: 'saveProject',
    who: office,
    others: outsiders,
    input: { ownerId: UNIVERSITY, content: contentOf() },
  });
  const corrected = await verb(office, 'saveProject', recorded, {
    input: { content: contentOf({ status: 'COMPLETED', endedOn: '2026-06-30' }) },
    repeatable: true,
  });
  await verb(office, 'discardProject', corrected);
}

const ACTIONS: Readonly<Record<string, string>> = { saveProject: 'edit', discardProject: 'discard' };
