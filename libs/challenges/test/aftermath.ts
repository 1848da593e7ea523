import { anonymous } from '@jihui/kernel';
import { REASON } from './calls.world.js';
import type { ProjectDesk } from './project-life.js';

/** Years after its acceptance a project's benefit is missed, told once, and reported by either side. */
export async function expectAftermath({ world, callId, did, refusal, sides }: ProjectDesk): Promise<void> {
  const [{ id, day } = { id: '', day: '' }] = (await world.rows(`
    select p.id, p.acceptance ->> 'concludedOn' as day from challenges.project p
    where p.call_id = '${callId}' order by p.code limit 1`)) as readonly { id: string; day: string }[];
  const [undertaker, other] = await sides(id);
  const year = Number(day.slice(0, 4)) + 1;
  const report = {
    ...{ year, sales: 300_000_00, profit: 50_000_00, tax: 20_000_00, jobs: 8 },
    text: '三条产线应用该工艺，按财务报表测算',
  };
  expect(await refusal(undertaker, 'reportProjectBenefit', id, report)).toBe('CHALLENGES.DATE_IN_FUTURE');
  // Results were registered, so that nothing is late but the benefit of the first year.
  const [{ days } = { days: 0 }] = (await world.rows(
    `select '${year + 1}-04-02'::date - (platform.business_now() at time zone 'Asia/Shanghai')::date as days`,
  )) as readonly { days: number }[];
  await world.advance(days);
  await world.watchProjects();
  await world.watchProjects();
  const told = await world.rows(`
    select action from challenges.event where action like 'alarmLate%' and aggregate_id = '${id}'`);
  expect(told).toEqual([{ action: 'alarmLateBenefit' }]);
  expect(await refusal(other, 'reportProjectBenefit', id, report)).toBe('FORBIDDEN');
  expect(await refusal(world.officer, 'reportProjectBenefit', id, report)).toBe('FORBIDDEN');
  await did(undertaker, 'reportProjectBenefit', id, report);
  // What was reported wrongly is reported anew, by the other side as well.
  await did(world.owner, 'reportProjectBenefit', id, { ...report, jobs: 9, text: REASON });
  const QUERY = `query ($id: ID!) { callProject(id: $id) { benefits { year jobs organisationName }
    benefitsDue { year reported } } }`;
  type Seen = { callProject: { benefits: object[]; benefitsDue: object[] } };
  const { callProject: seen } = await world.as(world.officer).query<Seen>(QUERY, { id });
  expect(seen.benefits).toEqual([{ year, jobs: 9, organisationName: '原平锻压有限公司' }]);
  expect(seen.benefitsDue).toMatchObject([
    { year, reported: true },
    { reported: false },
    { reported: false },
  ]);
  const { callProject: open } = await world.as(anonymous).query<Seen>(QUERY, { id });
  expect(open).toEqual({ benefits: [], benefitsDue: [] });
}
