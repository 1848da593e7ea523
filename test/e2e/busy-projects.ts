import { Client } from 'pg';
import { demoPerson, type DemoCity } from './city.js';

/**
 * Projects of calls, as awards make them: to get there a call goes through its bids' opening and its review, which the
 * suite of calls does. Each has a bid of its own, and the people and organisations of the demo city for its names.
 */
export async function awardMany(city: DemoCity, count: number): Promise<void> {
  const client = new Client({ connectionString: city.databaseUrl });
  await client.connect();
  try {
    await client.query(
      `with log as (select l.call_id, l.round from challenges.bid_log l order by l.call_id limit 1),
      made as (select n, gen_random_uuid() as upload, gen_random_uuid() as bid, gen_random_uuid() as bidder
        from generate_series(1, $1::int) n),
      uploads as (insert into challenges.bid_upload
          (id, call_id, round, organisation_id, person_id, size, commitment, received, created_at)
        select upload, log.call_id, log.round, bidder, $2::uuid, 1, repeat('0', 64), 1, now() from made, log
        returning id),
      bids as (insert into challenges.bid
          (id, call_id, round, organisation_id, slot, upload_id, commitment, size, state, head, handed_in_by,
          handed_in_at)
        select bid, log.call_id, log.round, bidder, n, upload, repeat('0', 64), 1, 'STANDING', '{}', $2::uuid, now()
        from made, log where exists (select from uploads)
        returning id)
      insert into challenges.project (id, version, code, state, call_id, round, bid_id, mode, title, organisation_id,
        owner_id, division_code, office, responsible_id, supervisor_id, approved, owner_due, indicators, promises,
        milestones, instalments, entries, owner_payments, changes, inspections, note, sign_by, created_at, updated_at)
      select gen_random_uuid(), 1, 'P' || made.n, 'AWARDED', c.id, log.round, made.bid, c.mode, c.title,
        (select o.id from challenges.organisation o order by o.id offset made.n % 3 limit 1), c.owner_id,
        c.division_code, '成果科', $2::uuid, $2::uuid, 1, 1, c.content -> 'indicators', '[]', '[]', '[]', '[]', '[]', '[]', '[]',
        '', current_date, now(), now()
      from made, log join challenges.call c on c.id = log.call_id where exists (select from bids)`,
      [count, demoPerson('officer').id],
    );
  } finally {
    await client.end();
  }
}
