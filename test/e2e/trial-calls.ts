import { readFileSync } from 'node:fs';
import { demoOrganisation, demoPerson } from './city.js';
import { odd, oddly, UNIVERSITY, verbsOn, type Cast } from './trial-cast.js';
import type { Subject } from './walk.js';

/** The first call of the demo city, as its owner wrote it. */
const [line = ''] = readFileSync('config/demo/calls.jsonl', 'utf8').split('\n');
export const { content: CALL } = JSON.parse(line) as { readonly content: Readonly<Record<string, unknown>> };

const OWNER = demoOrganisation('solarMaker').id;
const REASON = odd('依据材料，理由充分，详见会议纪要');

const content = {
  ...CALL,
  title: odd('异质结浆料'),
  background: odd('银耗占成本四成以上'),
  contact: oddly('武晓东'),
};

const plan = {
  mode: 'JB',
  funding: { total: 100_000_00, owner: 70_000_00, city: 30_000_00, county: 0 },
  winners: 1,
  biddingDays: 30,
  criteria: [
    { name: oddly('需求匹配与指标响应'), weight: 6_000 },
    { name: '团队与条件', weight: 4_000 },
  ],
  custodians: [
    { personId: demoPerson('officer').id, office: 'BUREAU' },
    { personId: demoPerson('registrar2').id, office: 'SUPERVISION' },
    { personId: demoPerson('admin').id, office: 'SUPERVISION' },
  ],
  threshold: 2,
  documents: [{ kind: 'EXPERT_ARGUMENT', title: odd('论证意见'), number: odd('1号'), summary: odd('同意') }],
  key: false,
  judges: 5,
  panelTimes: 3,
  secondStage: { advance: 3, line: 7_500, weight: 50 },
  office: oddly('成果转化科'),
  responsibleId: demoPerson('officer').id,
  supervisorId: demoPerson('registrar2').id,
};

/** Every verb of a call: the owner writes, the county recommends, the city decides, publishes and stops. */
export async function tryCalls(cast: Cast): Promise<void> {
  const { city, trials, outsiders, officer } = cast;
  const [owner, county] = [city.who('solar'), city.who('county')];
  const verb = verbsOn(cast, 'call', (mutation) => ACTIONS[mutation] ?? mutation.replace('Call', ''));
  const begin = (): Promise<Subject> =>
    trials.run({
      mutation: 'startCall',
      who: owner,
      others: outsiders,
      input: { organisationId: OWNER, mode: 'JB' },
      repeatable: true,
    });
  const submitted = async (): Promise<Subject> => {
    const written = await verb(owner, 'saveCall', await begin(), {
      input: { mode: 'JB', content },
      repeatable: true,
    });
    return verb(owner, 'submitCall', written);
  };
  await verb(owner, 'withdrawCall', await begin(), { input: { reason: REASON } });
  await verb(county, 'declineCall', await submitted(), { input: { reason: REASON } });
  const returned = await verb(county, 'returnCall', await submitted(), { input: { reason: REASON } });
  const again = await verb(owner, 'submitCall', returned);
  const recommended = await verb(county, 'recommendCall', again, { input: { opinion: REASON } });
  const checked = await verb(officer, 'passCallFormCheck', recommended, { input: { opinion: REASON } });
  const argued = await verb(officer, 'recordCallArgument', checked, {
    input: { heldOn: '2026-01-05', experts: odd('甲、乙'), opinion: REASON, verdict: 'PASSED' },
  });
  const planned = await verb(officer, 'planCall', argued, { input: plan, repeatable: true });
  const approved = await verb(officer, 'approveCall', planned, {
    input: { document: odd('局务会纪要'), day: '2026-01-06', opinion: REASON },
  });
  await verb(officer, 'startCallNotice', approved);

  await trials.run({
    mutation: 'signConsortiumConfirmation',
    who: cast.office,
    others: outsiders,
    input: { organisationId: UNIVERSITY, blinded: 'ab'.repeat(32) },
    // Nothing of it is kept, so that a repeat is a confirmation of its own.
    everyCallAnew: true,
  });

  const cleared = await first(cast, 'CLEARED');
  const bidding = await verb(officer, 'publishCall', cleared);
  const extended = await verb(officer, 'extendCallBidding', bidding, {
    input: { closesOn: await laterThan(cast, bidding.id), cause: 'CLARIFICATION', reason: REASON },
  });
  const suspended = await verb(officer, 'suspendCall', extended, { input: { reason: REASON } });
  const resumed = await verb(officer, 'resumeCall', suspended, { input: { reason: REASON } });
  await verb(officer, 'terminateCall', resumed, { input: { reason: REASON } });
}

async function first({ officer }: Cast, state: string): Promise<Subject> {
  const { calls } = await officer.query<{ calls: { edges: { node: Subject }[] } }>(
    `{ calls(filter: { states: [${state}] }, first: 1) { edges { node { id version state } } } }`,
  );
  const found = calls.edges[0]?.node;
  if (found === undefined) throw new Error(`the demo city has no call that is ${state}`);
  return found;
}

/** A Wednesday two weeks or more after the call's deadline: worked, as far as the statute's fixed holidays go. */
async function laterThan({ officer }: Cast, id: string): Promise<string> {
  const { call } = await officer.query<{ call: { closesAt: string } }>(
    'query ($id: ID!) { call(id: $id) { closesAt } }',
    { id },
  );
  const day = new Date(call.closesAt);
  day.setUTCDate(day.getUTCDate() + 14);
  while (day.getUTCDay() !== 3 || day.getUTCDate() < 4) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** Verbs whose action is not the mutation's name without the thing's. */
const ACTIONS: Readonly<Record<string, string>> = { recordCallArgument: 'passArgument', saveCall: 'edit' };
