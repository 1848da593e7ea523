import { and, join, or, raw, sql, type Sql } from '@jihui/platform';
import {
  COUNTERPARTS,
  REPORT_FIGURES,
  UNPLANNED,
  type Counterpart,
  type LedgerCut,
  type Place,
  type ReportFigure,
} from '../core/annual-report/figures.js';
import { ABROAD } from '../core/ledger.js';
import { DECIDED } from '../core/rewards/lifecycle.js';

/** The city and province from which places are seen: GB/T 2260 codes. */
export interface Here {
  readonly city: string;
  readonly province: string;
}

const firstOf = (kinds: readonly string[]): Sql =>
  or(kinds.map((kind) => (kind.length === 1 ? sql`l.class = ${kind}` : sql`l.subclass = ${kind}`)));

function placeIs(place: Place, { city, province }: Here): Sql {
  const inCity = sql`starts_with(l.buyer_division, ${city.slice(0, 4)})`;
  const inProvince = sql`starts_with(l.buyer_division, ${province.slice(0, 2)})`;
  switch (place) {
    case 'CITY':
      return inCity;
    case 'PROVINCE':
      return sql`${inProvince} and not ${inCity}`;
    case 'ELSEWHERE':
      return sql`l.buyer_division <> ${ABROAD} and not ${inProvince}`;
    case 'ABROAD':
      return sql`l.buyer_division = ${ABROAD}`;
  }
}

const counterpartIs = (counterpart: Counterpart): Sql =>
  counterpart === 'OTHER'
    ? sql`not coalesce(l.buyer_nature = any(${Object.values(COUNTERPARTS).flat()}), false)`
    : sql`l.buyer_nature = any(${[...COUNTERPARTS[counterpart]]})`;

/** The rows of the ledger that the figure counts. */
function cutIs({ kinds, without, place, counterpart, planned }: LedgerCut, here: Here): Sql {
  const conditions: Sql[] = [];
  if (kinds) conditions.push(firstOf(kinds));
  if (without) conditions.push(sql`not ${firstOf(without)}`);
  if (place) conditions.push(placeIs(place, here));
  if (counterpart) conditions.push(counterpartIs(counterpart));
  if (planned) conditions.push(sql`l.plan_source <> ${UNPLANNED}`);
  return and(conditions);
}

const YEARLY = {
  /** Net: a contract that was cancelled is taken out in the month of the cancellation. */
  ledger: (unit: string, year: number): Sql => sql`
    select l.* from contracts.ledger l join contracts.contract c on c.id = l.contract_id
    where c.applicant_organisation_id = ${unit} and l.month between ${`${year}-01`} and ${`${year}-12`}`,
  reward: (unit: string, year: number): Sql => sql`
    select r.* from contracts.reward r
    where r.organisation_id = ${unit} and ${sql.any(sql`r.state`, DECIDED)}
      and r.received_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`,
  payment: (unit: string, year: number): Sql => sql`
    select p.*, r.contract_id, r.result_title from contracts.reward_payment p join contracts.reward r on r.id = p.reward_id
    where r.organisation_id = ${unit} and p.void_reason is null
      and p.paid_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`,
  deal: (unit: string, year: number): Sql => sql`
    select d.* from contracts.deal d
    where d.snapshot ->> 'sellerId' = ${unit} and (d.snapshot #>> '{signature,confirmed}')::boolean
      and left(d.snapshot #>> '{signature,signedOn}', 4) = ${String(year)}`,
} as const;

/** Amounts of the people of one kind. */
const amountOf = (part: string | undefined): Sql =>
  part === undefined
    ? sql`r.total`
    : sql`coalesce((select sum((person ->> 'amount')::bigint) from jsonb_array_elements(r.people) as person
        where person ->> 'part' = ${part}), 0)`;

/** The rewards that the figure counts. */
const isCounted = ({ modes }: ReportFigure): Sql =>
  modes === undefined ? sql`true` : sql.any(sql`r.mode`, modes);

/** What one reward adds to the figure. */
function ofReward({ key, part }: ReportFigure): Sql {
  if (key.startsWith('reward.income') || key === 'reward.ownUse') return sql`r.income`;
  if (key === 'reward.net') return sql`r.net`;
  if (key === 'reward.persons') return sql`jsonb_array_length(r.people)`;
  return amountOf(part);
}

function valueOf(figure: ReportFigure, here: Here): Sql {
  switch (figure.source) {
    case 'LEDGER': {
      const column = raw(figure.unit === 'FEN' ? 'l.total' : 'l.count');
      return sql`(select coalesce(sum(${column}), 0) from ledger l where ${cutIs(figure.cut ?? {}, here)})`;
    }
    case 'REWARD':
      return sql`(select coalesce(sum(${ofReward(figure)}), 0) from reward r where ${isCounted(figure)})`;
    case 'PAYMENT':
      return sql`(select coalesce(sum(p.amount), 0) from payment p)`;
    case 'DEAL':
      return sql`(select count(*) from deal)`;
  }
}

/** Every figure of the unit and year, in one statement over one snapshot. */
export const figuresStatement = (unit: string, year: number, here: Here): Sql => sql`
  with ledger as materialized (${YEARLY.ledger(unit, year)}), reward as materialized (${YEARLY.reward(unit, year)}),
    payment as materialized (${YEARLY.payment(unit, year)}), deal as materialized (${YEARLY.deal(unit, year)})
  ${join(
    REPORT_FIGURES.map(
      (figure) => sql`select ${figure.key}::text as key, ${valueOf(figure, here)}::float8 as value`,
    ),
    raw(' union all '),
  )}`;

/** The rows behind a figure, each with what it adds: as a FROM item named `x`. */
export function recordsOf(figure: ReportFigure, unit: string, year: number, here: Here): Sql {
  switch (figure.source) {
    case 'LEDGER':
      return sql`(select l.id, 'CONTRACT' as kind, l.contract_id as subject, l.title, l.registration_number as number,
          l.occurred_on as day, ${raw(figure.unit === 'FEN' ? 'l.total' : 'l.count')}::float8 as value
        from (${YEARLY.ledger(unit, year)}) l where ${cutIs(figure.cut ?? {}, here)}) x`;
    case 'REWARD':
      return sql`(select r.id, 'REWARD' as kind, r.id as subject, coalesce(c.title, r.result_title) as title,
          c.registration_number as number,
          r.received_on as day, (${ofReward(figure)})::float8 as value
        from (${YEARLY.reward(unit, year)}) r left join contracts.contract c on c.id = r.contract_id
        where ${isCounted(figure)}) x`;
    case 'PAYMENT':
      return sql`(select p.id, 'REWARD' as kind, p.reward_id as subject,
          coalesce(c.title, p.result_title) as title, c.registration_number as number,
          p.paid_on as day, p.amount::float8 as value
        from (${YEARLY.payment(unit, year)}) p left join contracts.contract c on c.id = p.contract_id) x`;
    case 'DEAL':
      return sql`(select d.id, 'DEAL' as kind, d.id as subject, d.snapshot ->> 'title' as title,
          d.snapshot ->> 'code' as number, (d.snapshot #>> '{signature,signedOn}')::date as day, 1::float8 as value
        from (${YEARLY.deal(unit, year)}) d) x`;
  }
}
