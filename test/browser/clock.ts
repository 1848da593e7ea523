import pg from 'pg';
import type { BrowserContext } from '@playwright/test';
import { cityOfTheTest } from './cities.js';
import { ask, forgetSession } from './people.js';

/** Moves the demo city's business clock forward: a period of days passes without anybody waiting. */
export async function passDays(days: number): Promise<void> {
  await onDatabase((client) =>
    client.query(
      `insert into platform.clock_offset ("offset") values (make_interval(days => $1))
       on conflict (single) do update set "offset" = platform.clock_offset."offset" + excluded."offset"`,
      [days],
    ),
  );
}

/** Lets it be long ago that this demo person gave the password, in every browser: that runs in real time. */
export async function provenLongAgo(mailbox: string): Promise<void> {
  forgetSession(mailbox);
  await onDatabase((client) =>
    client.query(
      `update identity.session s set proven_at = clock_timestamp() - interval '1 day'
       from identity.person p where p.id = s.person_id and p.email = $1`,
      [`${mailbox}@demo.jihui.cn`],
    ),
  );
}

async function onDatabase(act: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: cityOfTheTest().databaseUrl });
  await client.connect();
  await act(client);
  await client.end();
}

/** Today's legal day in the demo city, and those before and after it. */
export async function dayFromToday(context: BrowserContext, days: number): Promise<string> {
  const { clock } = await ask<{ clock: { now: string } }>(context, '{ clock { now } }');
  return new Date(Date.parse(clock.now) + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);
}
