import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { addDays, CONTRACT_SUBCLASSES, IP_KINDS, system } from '@jihui/kernel';
import { join, raw, sql, Work, type Sql } from '@jihui/platform';
import type { Contract } from '../src/core/contract.js';
import type { Sums } from '../src/core/statistics/figures.js';
import { addMonths } from '../src/core/statistics/months.js';
import { Ledger } from '../src/statistics/ledger.js';
import { ClosingsService } from '../src/statistics/closings.service.js';
import { aContract, buyerParty, completeForm, sellerParty } from './contract.fixture.js';
import type { World } from './contracts.world.js';

/** What a registered contract says that the figures are cut by. */
export interface Spec {
  readonly subclass: string;
  readonly techField: string;
  readonly ipKind: keyof typeof IP_KINDS | 'NONE';
  readonly industry: string | null;
  readonly plan: string;
  readonly total: number;
  readonly deducted: number;
  readonly registry: string;
  readonly seller: string;
  readonly buyer: string | null;
  readonly nature: string;
  readonly benefits: readonly ('VAT' | 'CORPORATE_INCOME_TAX')[];
  readonly brokered: boolean;
  readonly dueOn: string | null;
}

export type Step =
  | { readonly kind: 'register'; readonly spec: Spec }
  | { readonly kind: 'change'; readonly which: number; readonly spec: Spec }
  | { readonly kind: 'end'; readonly which: number; readonly as: 'CANCELLATION' | 'REVOCATION' }
  | { readonly kind: 'reinstate'; readonly which: number }
  | { readonly kind: 'publish' };
export type DatedStep = Step & { readonly days: number };

const spec: fc.Arbitrary<Spec> = fc.record({
  subclass: fc.constantFrom(...Object.keys(CONTRACT_SUBCLASSES)),
  techField: fc.constantFrom('01', '06', '11'),
  ipKind: fc.constantFrom(...(Object.keys(IP_KINDS) as (keyof typeof IP_KINDS)[]), 'NONE' as const),
  industry: fc.constantFrom('C', 'M', null),
  plan: fc.constantFrom('1', '11', '19', '3', '5'),
  total: fc.oneof(fc.integer({ min: 0, max: 2_000_000_000 }), fc.integer({ min: 0, max: 9_000_000_000_000 })),
  deducted: fc.nat(1_000),
  registry: fc.constantFrom('140900', '140981'),
  seller: fc.constantFrom('140902', '140981'),
  buyer: fc.constantFrom('140981', '140100', '110108', '810000', '000000', null),
  nature: fc.constantFrom('022', '150', '500', '330'),
  benefits: fc.subarray(['VAT', 'CORPORATE_INCOME_TAX'] as const),
  brokered: fc.boolean(),
  dueOn: fc.constantFrom('2019-06-01', '2029-01-01', null),
});

/** Registrations, changes, cancellations and publications, each some days after the one before. */
export const history: fc.Arbitrary<DatedStep[]> = fc.array(
  fc
    .oneof(
      { weight: 5, arbitrary: fc.record({ kind: fc.constant('register' as const), spec }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('change' as const), which: fc.nat(9), spec }) },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('end' as const),
          which: fc.nat(9),
          as: fc.constantFrom('CANCELLATION' as const, 'REVOCATION' as const),
        }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('reinstate' as const), which: fc.nat(9) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('publish' as const) }) },
    )
    // Some steps are dated back into months that may be published by then.
    .chain((step) => fc.integer({ min: -40, max: 60 }).map((days) => ({ ...step, days }))),
  { minLength: 1, maxLength: 24 },
);

const LARGE_FROM = 1_000_000_000;
const START = '2019-01-15';
/** Months in which anything of a history can count. */
export const SPAN = { fromMonth: '2018-01', toMonth: '2024-12' } as const;

/** What a step adds to the figures, as anybody would work it out by hand. */
export interface Effect {
  readonly month: string;
  readonly spec: Spec;
  readonly sign: 1 | -1;
  readonly gross: boolean;
}

/** What should be, kept apart from the ledger: each contract's present spec and every effect so far. */
export interface Expected {
  readonly effects: readonly Effect[];
  readonly closedThrough: string | null;
}

const contractOf = (id: string, number: string, spec: Spec, registeredOn: string): Contract =>
  aContract({
    id,
    state: 'REGISTERED',
    registrationNumber: number,
    registeredOn,
    dueOn: spec.dueOn,
    registry: {
      organisationId: id,
      divisionCode: spec.registry,
      name: '登记机构',
      numberPrefix: spec.registry,
    },
    form: {
      ...completeForm,
      subclass: spec.subclass,
      sellers: [{ ...sellerParty, divisionCode: spec.seller }],
      buyers: [{ ...buyerParty, divisionCode: spec.buyer, nature: spec.nature }],
      brokers: spec.brokered ? [{ organisationId: null, name: '中介', fee: null, payer: null }] : [],
      content: {
        ...completeForm.content,
        techField: spec.techField,
        ipKind: spec.ipKind,
        industry: spec.industry,
        planSource: spec.plan,
      },
      money: { ...completeForm.money, total: spec.total, technical: technicalOf(spec) },
      flags: { ...completeForm.flags, taxBenefits: spec.benefits },
    },
  });

export const technicalOf = ({ total, deducted }: Spec): number => Math.max(0, total - deducted);

/** Carries the history out on the real ledger and tells what should have come of it. */
export async function carryOut(world: World, sample: string, steps: readonly DatedStep[]): Promise<Expected> {
  const ledger = world.app.get(Ledger);
  const work = world.app.get(Work);
  const closings = world.app.get(ClosingsService);
  const contracts: { id: string; number: string; spec: Spec; live: boolean; registeredOn: string }[] = [];
  const effects: Effect[] = [];
  let closedThrough: string | null = null;
  let day = START;
  for (const step of steps) {
    day = addDays(day, step.days);
    const open = closedThrough === null ? '' : addMonths(closedThrough, 1);
    const month = day.slice(0, 7) > open ? day.slice(0, 7) : open;
    const add = (spec: Spec, sign: 1 | -1, gross: boolean): number =>
      effects.push({ month, spec, sign, gross });
    switch (step.kind) {
      case 'register': {
        const { id, number } = await aRow(world, sample, contracts.length + 1);
        contracts.push({ id, number, spec: step.spec, live: true, registeredOn: day });
        const contract = contractOf(id, number, step.spec, day);
        await work.run({ domain: 'contracts', name: 'register', actor: system('test') }, (tx) =>
          Promise.resolve(ledger.register(tx, [{ contract, largeFrom: LARGE_FROM }])),
        );
        add(step.spec, 1, true);
        break;
      }
      case 'change': {
        const contract = contracts[step.which % contracts.length];
        if (!contract?.live) break;
        await ledger.change(
          contractOf(contract.id, contract.number, step.spec, contract.registeredOn),
          'CHANGE',
          day,
          LARGE_FROM,
        );
        add(contract.spec, -1, true);
        add(step.spec, 1, true);
        contract.spec = step.spec;
        break;
      }
      case 'end': {
        const contract = contracts[step.which % contracts.length];
        if (!contract?.live) break;
        await ledger.end(contract.id, step.as, day);
        contract.live = false;
        add(contract.spec, -1, false);
        break;
      }
      case 'reinstate': {
        const contract = contracts[step.which % contracts.length];
        if (contract?.live !== false) break;
        await ledger.reinstate(contract.id, day);
        contract.live = true;
        add(contract.spec, 1, false);
        break;
      }
      case 'publish': {
        const next: string = closedThrough === null ? addMonths(day.slice(0, 7), -1) : open;
        await closings.close(world.officer, { clientMutationId: randomUUID(), month: next });
        closedThrough = next;
        break;
      }
    }
  }
  return { effects, closedThrough };
}

/** The sums of the effects that the condition takes in. */
export const sumOf = (effects: readonly Effect[], which: (effect: Effect) => boolean = () => true): Sums =>
  effects.filter(which).reduce(
    (so, { spec, sign }) => ({
      count: so.count + sign,
      total: so.total + sign * spec.total,
      technical: so.technical + sign * technicalOf(spec),
    }),
    { count: 0, total: 0, technical: 0 },
  );

/** A contract that exists for the ledger's sake: a copy of the sample's row under a number of its own. */
async function aRow(world: World, sample: string, serial: number): Promise<{ id: string; number: string }> {
  const id = randomUUID();
  const number = `2019140900${String(serial).padStart(6, '0')}`;
  const columns = await world.rows<{ name: string }>(sql`
    select attname as name from pg_attribute where attrelid = 'contracts.contract'::regclass
      and attnum > 0 and not attisdropped and attgenerated = ''`);
  const values = {
    id: sql`${id}::uuid`,
    registration_number: sql`${number}`,
    acceptance_number: sql`${`受理${number}`}`,
  };
  const copied = columns.map(
    ({ name }) => (values as Readonly<Record<string, Sql>>)[name] ?? raw(`"${name}"`),
  );
  await world.rows(sql`
    insert into contracts.contract (${join(columns.map(({ name }) => raw(`"${name}"`)))})
    select ${join(copied)} from contracts.contract where id = ${sample}`);
  return { id, number };
}
