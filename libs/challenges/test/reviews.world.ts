import { randomUUID } from 'node:crypto';
import type { ContractSnapshot, ExpertSnapshot, OrganisationSnapshot } from '@jihui/events';
import type { PersonActor } from '@jihui/kernel';
import type { CallMode } from '../src/core/calls/modes.js';
import {
  makeSeedPart,
  releaseShare,
  seedContext,
  type BidFile,
  type Custodian,
  type SeedPart,
} from '@jihui/proofs';
import {
  BEGIN,
  handIn,
  instructionsOf,
  organisationOf,
  release,
  seal,
  type PrivateKeys,
} from './bids.world.js';
import { aWorld, anEvent, type CallNode, type World } from './calls.world.js';

let leaders = 0;

/** A bid's form as the sealing page writes it; each has a project leader of its own. */
export const aForm = (change: object = {}): object => ({
  format: 'jihui-bid-form/1',
  answers: [
    { indicator: 'I1', promised: '9,400 mm', basis: '样件实测' },
    { indicator: 'I2', promised: '0.4', basis: '三坐标' },
  ],
  route: '控温轧制与组织预测',
  team: '钱教授等六人，具备中试线',
  schedule: '二十四个月，分三个阶段',
  price: '950000',
  members: [],
  people: [{ name: `课题负责人${(leaders += 1)}`, unit: '重点实验室' }],
  ...change,
});

export interface Expert {
  readonly id: string;
  readonly name: string;
  readonly actor: PersonActor;
}

/** A city with an expert bank. */
export interface ReviewWorld extends World {
  readonly experts: readonly Expert[];
  addExpert(change?: Partial<ExpertSnapshot>): Promise<Expert>;
  /** A call whose bids of university, rival and more are opened. */
  opened(
    forms?: readonly object[],
    mode?: CallMode,
    more?: readonly PersonActor[],
    files?: readonly (readonly BidFile[])[],
  ): Promise<CallNode>;
  current(id: string): Promise<CallNode>;
  /** The days pass in which the stage's result can be objected to, whatever holidays lie among them. */
  pastStage(id: string): Promise<void>;
}

/** @param planned what plans say besides */
export async function aReviewWorld(planned: object = {}): Promise<ReviewWorld> {
  const world = await aWorld({ hurried: true, planned });
  const experts: Expert[] = [];

  const addExpert: ReviewWorld['addExpert'] = async (change = {}) => {
    const personId = randomUUID();
    const name = `专家${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'[experts.length] ?? experts.length}`;
    const snapshot: ExpertSnapshot = {
      ...{
        id: randomUUID(),
        version: 1,
        personId,
        name,
        organisationId: null,
        unitName: `${name}所在研究院`,
      },
      ...{
        scopeCode: '140900',
        state: 'ACTIVE',
        reason: null,
        note: '',
        visibility: 'PUBLIC',
        title: '教授',
      },
      ...{ disciplines: ['460'], techFields: ['03'], clusters: [], keywords: [], introduction: '' },
      ...{ worksOpen: true, modes: [], availability: 'OPEN', employments: [], relations: [] },
      ...change,
    };
    await world.deliver((to) => to.projectExpert(anEvent('discovery.expert', snapshot)));
    const expert = {
      ...{ id: snapshot.id, name: snapshot.name },
      actor: { kind: 'person' as const, personId: snapshot.personId, memberships: [] },
    };
    experts.push(expert);
    return expert;
  };
  const addPractitioner = async (at: number): Promise<void> => {
    const id = randomUUID();
    const enterprise: OrganisationSnapshot = {
      ...{
        id,
        kind: 'ENTERPRISE',
        name: `重工企业${at}`,
        divisionCode: '140902',
        uscc: '',
        partyNature: '022',
      },
      ...{ stateEstablished: false, status: 'ACTIVE', legalRepresentative: '', contactName: '' },
      ...{ contactPhone: '', address: '' },
    };
    await world.deliver((to) => to.projectOrganisation(anEvent('identity.organisation', enterprise)));
    await addExpert({ organisationId: id, unitName: enterprise.name });
  };
  for (let at = 0; at < 3; at += 1) await addPractitioner(at);
  for (let at = 0; at < 10; at += 1) await addExpert();
  for (let at = 0; at < 3; at += 1) await addExpert({ disciplines: ['790'], techFields: [] });
  // A panel of seven without an expert of money has two of them, who may have to be replaced.
  for (let at = 3; at < 6; at += 1) await addPractitioner(at);

  const current = async (id: string): Promise<CallNode> => {
    const found = await world.read<CallNode>(world.officer, id, 'id version state');
    if (found === null) throw new Error('no call');
    return found;
  };

  const opened: ReviewWorld['opened'] = async (
    forms = [aForm(), aForm({ route: '等温锻造' })],
    mode = 'JB',
    more = [],
    files = [],
  ) => {
    const { id } = await world.call('BIDDING', mode);
    const instructions = await instructionsOf(world, world.university, id);
    const bidders = [world.university, world.rival, ...more];
    for (const [at, bidder] of bidders.entries())
      await handIn(world, bidder, id, await seal(instructions, organisationOf(bidder), forms[at], files[at]));
    await world.wait(25);
    await world.watchBids();
    await world.as(world.officer).mutate(BEGIN, { input: { callId: id } });
    const keys = keysOf(world, id);
    await release(world, world.supervisor, id, keys);
    await release(world, world.notary, id, keys);
    await world.watchBids();
    return current(id);
  };

  const pastStage: ReviewWorld['pastStage'] = async (id) => {
    const [days] = (await world.rows(`
      select stage_until - (platform.business_now() at time zone 'Asia/Shanghai')::date + 1 as left
      from challenges.call where id = '${id}'`)) as readonly { readonly left: number }[];
    await world.wait(days?.left ?? 0);
  };

  return { ...world, experts, addExpert, opened, current, pastStage };
}

export const keysOf = (world: World, callId: string): PrivateKeys => {
  const keys = world.custodianKeys.get(callId);
  if (keys === undefined) throw new Error('no keys');
  return keys;
};

export interface Check {
  readonly bidId: string;
  readonly version: number;
  readonly organisationId: string;
  readonly mine: boolean;
  readonly verdict: string | null;
  readonly reason: string;
  readonly findings: readonly { readonly code: string; readonly level: string; readonly message: string }[];
  readonly answers: readonly { readonly promised: string; readonly meets: boolean }[];
  readonly members: readonly {
    readonly name: string;
    readonly lead: boolean;
    readonly confirmedOn: string | null;
    readonly confirmedBy: string | null;
  }[];
}

export const checksOf = async (
  world: World,
  callId: string,
  actor: Parameters<World['as']>[0] = world.officer,
): Promise<readonly Check[]> =>
  (
    await world.as(actor).query<{ bidChecks: readonly Check[] }>(
      `query ($callId: ID!) { bidChecks(callId: $callId) {
        bidId version organisationId mine verdict reason findings { code level message } answers { promised meets }
        members { name lead confirmedOn confirmedBy } } }`,
      { callId },
    )
  ).bidChecks;

export const decide = (world: World, actor: PersonActor, input: object) =>
  world
    .as(actor)
    .mutate(
      'mutation ($input: DecideBidQualificationInput!) { decideBidQualification(input: $input) { checks { bidId verdict } } }',
      { input },
    );

interface DrawNode {
  readonly id: string;
  readonly state: string;
  readonly custodians: readonly Custodian[] | null;
  readonly parts: readonly SeedPart[] | null;
  readonly steps: readonly string[];
  readonly exclusions: readonly {
    readonly name: string;
    readonly reasons: readonly string[];
    readonly bids: readonly string[];
  }[];
  readonly strata: readonly { readonly code: string; readonly pool: number; readonly eligible: number }[];
  readonly parties: readonly { readonly personId: string }[];
}

export const drawOf = async (world: World, callId: string, actor: PersonActor): Promise<DrawNode> => {
  const { expertDraw } = await world.as(actor).query<{ expertDraw: DrawNode | null }>(
    `query ($callId: ID!) { expertDraw(callId: $callId) {
      id state custodians parts steps exclusions { name reasons bids } strata { code pool eligible } parties { personId } } }`,
    { callId },
  );
  if (expertDraw === null) throw new Error('no draw');
  return expertDraw;
};

/** What parties keep in their browsers until they reveal it. */
const kept = new Map<string, Map<string, { readonly party: PersonActor; readonly value: string }>>();
export const partsOf = async (world: World, callId: string) => {
  const { id } = await drawOf(world, callId, world.officer);
  return [...(kept.get(id) ?? [])].map(([, one]) => [one.party, one] as const);
};

export async function commitAll(world: World, callId: string): Promise<void> {
  for (const party of [world.officer, world.supervisor, world.notary]) {
    const { id, custodians } = await drawOf(world, callId, party);
    const { part, value } = await makeSeedPart(id, party.personId, custodians ?? [], 2);
    kept.set(id, (kept.get(id) ?? new Map()).set(party.personId, { party, value }));
    await world
      .as(party)
      .mutate(
        'mutation ($input: CommitDrawSeedInput!) { commitDrawSeed(input: $input) { draw { state } } }',
        {
          input: { drawId: id, part },
        },
      );
  }
}

export async function reveal(world: World, callId: string, party: PersonActor, value: string): Promise<void> {
  const { id } = await drawOf(world, callId, party);
  await world
    .as(party)
    .mutate('mutation ($input: RevealDrawSeedInput!) { revealDrawSeed(input: $input) { draw { state } } }', {
      input: { drawId: id, value },
    });
}

/** Two custodians release their shares of a part that its party withholds. */
export async function recover(world: World, callId: string, from: PersonActor, by: readonly PersonActor[]) {
  for (const custodian of by) {
    const { id, parts } = await drawOf(world, callId, custodian);
    const part = parts?.find(({ party }) => party === from.personId);
    const sealed = part?.shares.find((share) => share.id === custodian.personId);
    const key = keysOf(world, callId).get(custodian.personId);
    if (sealed === undefined || key === undefined) throw new Error('no share');
    const { share } = await releaseShare(sealed, key, seedContext(id, from.personId));
    await world
      .as(custodian)
      .mutate(
        'mutation ($input: ReleaseDrawShareInput!) { releaseDrawShare(input: $input) { draw { state } } }',
        {
          input: { drawId: id, party: from.personId, share },
        },
      );
  }
}

export interface SeatNode {
  readonly id: string;
  readonly version: number;
  readonly callId: string;
  readonly state: string;
  readonly lead: boolean;
  readonly handedIn: boolean;
  readonly ties: readonly (readonly string[])[];
  readonly minutesSha256: string | null;
  readonly bids: readonly {
    readonly bidId: string;
    readonly label: string;
    readonly judged: boolean;
    readonly sheet: { readonly recommends: boolean | null } | null;
  }[];
  readonly criteria: readonly { readonly code: string; readonly weight: number }[];
}

/** 方案代号 of the call's bids, by their ids: what judges are told, and nobody else. */
export async function blindOf(world: World, callId: string): Promise<ReadonlyMap<string, string>> {
  const rows = (await world.rows(
    `select bid_id as id, blind from challenges.bid_check where call_id = '${callId}'`,
  )) as readonly { readonly id: string; readonly blind: string }[];
  return new Map(rows.map(({ id, blind }) => [id, blind]));
}

export const seatOf = async (world: World, expert: Expert, callId: string): Promise<SeatNode | undefined> =>
  (
    await world.as(expert.actor).query<{ reviewSeats: readonly SeatNode[] }>(
      `{ reviewSeats { id version callId state lead handedIn ties minutesSha256
        bids { bidId label judged team answers { promised } sheet { recommends } } criteria { code weight } } }`,
    )
  ).reviewSeats.find((seat) => seat.callId === callId);

/** The experts who have a seat in the call's panel, with it. */
export async function panelOf(world: World, experts: readonly Expert[], callId: string) {
  const panel: { readonly expert: Expert; readonly seat: SeatNode }[] = [];
  for (const expert of experts) {
    const seat = await seatOf(world, expert, callId);
    if (seat !== undefined && seat.state !== 'LEFT') panel.push({ expert, seat });
  }
  return panel;
}

export async function acceptAll(world: World, experts: readonly Expert[], callId: string): Promise<void> {
  for (const { expert, seat } of await panelOf(world, experts, callId))
    if (seat.state === 'INVITED')
      await world.as(expert.actor).mutate(ACCEPT, { input: { id: seat.id, expectedVersion: seat.version } });
}

export const ACCEPT =
  'mutation ($input: ReviewSeatInput!) { acceptReviewSeat(input: $input) { seats { id state } } }';
export const DECLINE =
  'mutation ($input: DeclineReviewSeatInput!) { declineReviewSeat(input: $input) { seats { id state } } }';
export const SAVE =
  'mutation ($input: SaveReviewSheetInput!) { saveReviewSheet(input: $input) { seats { id } } }';
export const HAND_IN_SHEETS =
  'mutation ($input: HandInReviewSheetsInput!) { handInReviewSheets(input: $input) { seats { id handedIn } } }';
export const OPINE =
  'mutation ($input: WritePanelOpinionInput!) { writePanelOpinion(input: $input) { seats { id } } }';
export const VOTE =
  'mutation ($input: VoteOnTiedBidsInput!) { voteOnTiedBids(input: $input) { seats { id } } }';
export const SIGN =
  'mutation ($input: SignReviewMinutesInput!) { signReviewMinutes(input: $input) { seats { id } } }';

/** Every member of the panel fills every sheet by `parts` of each criterion's weight, by the bid's place, and hands in. */
export async function scoreAll(
  world: World,
  experts: readonly Expert[],
  callId: string,
  parts: readonly number[],
): Promise<void> {
  for (const { expert, seat } of await panelOf(world, experts, callId)) {
    if (seat.handedIn) continue;
    for (const [at, { bidId }] of seat.bids.entries())
      await world.as(expert.actor).mutate(SAVE, {
        input: {
          ...{ seatId: seat.id, bidId, recommends: true, comment: '' },
          points: seat.criteria.map(({ code, weight }) => ({
            code,
            points: Math.round(weight * (parts[at] ?? 0)),
          })),
        },
      });
    await world.as(expert.actor).mutate(HAND_IN_SHEETS, { input: { seatId: seat.id } });
  }
}

export const OPINION = '方案可行，指标先进，团队具备条件，专家组一致建议立项';

/** A registered contract of the undertaker with the call's owner, as the registry tells of it. */
export const contractOf = (
  world: World,
  id: string,
  undertaker: PersonActor,
  change: object = {},
): Promise<void> =>
  world.deliver((to) =>
    to.projectContract(
      anEvent('contracts.contract', {
        ...{ id, version: 1, registrationNumber: `2026-${id.slice(0, 8)}`, standing: true },
        sellerOrganisationId: undertaker.memberships[0]?.organisationId ?? null,
        buyerOrganisationIds: [world.owner.memberships[0]?.organisationId ?? ''],
        ...change,
      } as unknown as ContractSnapshot),
    ),
  );
