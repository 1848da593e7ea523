import { AGENCY, ENTERPRISE, odd, oddly, PDF, verbsOn, type Cast, type Verb } from './trial-cast.js';
import { demoPerson } from './city.js';
import { tryRatings } from './trial-ratings.js';
import { perform, at, type Subject } from './walk.js';

const REASON = { reason: odd('需要重新商定') };
const PRICE = {
  cooperationMode: 'LICENCE_ORDINARY',
  total: 100_000_000,
  technical: 80_000_000,
  method: 'AGREEMENT',
  methodEvidence: odd('无'),
  basis: odd('评估报告'),
  paymentMode: 'ENTRY_FEE_ROYALTY',
  paymentTerms: odd('先付入门费'),
  royalty: { rateBasisPoints: 500, base: oddly('销售额'), years: 5 },
  note: odd('附言'),
};
const NOTICE = {
  resultName: odd('一项成果'),
  summary: odd('拟以协议定价方式许可'),
  relatedParty: false,
  relation: odd('无'),
  basis: odd('评估报告'),
  channels: [odd('学校官网')],
  objectionOffice: odd('成果处'),
  objectionPhone: '0350-3010000',
};

interface Opened {
  readonly online: Subject;
  readonly need: Subject;
  /** A member of the enterprise's who takes no part yet. */
  readonly colleague: string;
}

/** Every verb of deals, brokers and commissions. */
export async function tryDeals(cast: Cast, listings: Opened): Promise<void> {
  const verb = verbsOn(cast, 'deal', (mutation) => mutation);
  const opened = await open(cast, listings);
  const confirmed = await verb(cast.office, 'confirmDeal', opened);
  const talked = await tryRoom(
    cast,
    await verb(cast.enterprise, 'signNda', confirmed),
    verb,
    listings.colleague,
  );
  const joined = await tryBrokers(cast, talked, verb);
  const priced = await tryPrices(cast, joined, verb);
  const ready = await tryDisclosure(cast, priced, verb);
  await tryCommissions(cast, ready);
  const signed = await trySignature(cast, await fresh(cast, ready), verb);
  await cast.city.settle();
  await dueAndSettled(cast, signed);
  await tryRatings(cast, signed);
  await verb(cast.enterprise, 'closeDeal', await fresh(cast, signed), {
    input: { summary: odd('双方履约') },
  });
}

const fresh = async ({ enterprise }: Cast, { id }: { readonly id: string }): Promise<Subject> =>
  (
    await enterprise.query<{ deal: Subject }>('query ($id: ID!) { deal(id: $id) { id version state } }', {
      id,
    })
  ).deal;

async function open(cast: Cast, { online, need }: Opened): Promise<Subject> {
  const { trials, outsiders, enterprise, broker, office } = cast;
  const verb = verbsOn(cast, 'deal', (mutation) => mutation);
  const introduced = await trials.run({
    mutation: 'introduceDeal',
    who: broker,
    others: outsiders,
    input: {
      brokerOrganisationId: AGENCY,
      resultId: online.id,
      buyerId: ENTERPRISE,
      represents: 'NONE',
      cooperationMode: 'SERVICE',
      title: odd('引荐'),
      message: odd('双方很合适'),
    },
  });
  await verb(office, 'abandonDeal', introduced, { input: { reason: 'OTHER', note: odd('另有安排') } });
  return trials.run({
    mutation: 'openDeal',
    who: enterprise,
    others: outsiders,
    input: {
      organisationId: ENTERPRISE,
      resultId: online.id,
      needId: need.id,
      cooperationMode: 'LICENCE_ORDINARY',
      title: odd('对接'),
      message: odd('希望取得许可'),
    },
  });
}

async function tryRoom(cast: Cast, deal: Subject, verb: Verb, colleague: string): Promise<Subject> {
  const { trials, outsiders, enterprise, office } = cast;
  const signed = await verb(office, 'signNda', deal);
  const added = await verb(enterprise, 'addDealPerson', signed, { input: { personId: colleague } });
  const entry = { dealId: deal.id, fileIds: [await upload(cast, deal.id)] };
  const written = await trials.run<{ body: string }>({
    mutation: 'postMessage',
    who: enterprise,
    others: outsiders,
    input: { ...entry, body: odd('请报价') },
    repeatable: true,
    more: 'body',
  });
  expect(written.body).toBe(odd('请报价'));
  await trials.run({
    mutation: 'writeNote',
    who: enterprise,
    others: outsiders,
    input: { ...entry, body: odd('预算已批') },
    repeatable: true,
  });
  await trials.run({
    mutation: 'recordContact',
    who: enterprise,
    others: outsiders,
    input: {
      ...entry,
      heldOn: '2026-01-05',
      mode: 'MEETING',
      participants: odd('双方'),
      summary: odd('看了产线'),
      outcome: odd('继续谈'),
    },
    repeatable: true,
  });
  return fresh(cast, added);
}

async function upload({ enterprise }: Cast, dealId: string): Promise<string> {
  const response = await enterprise.upload('/files/deals', '资料.pdf', PDF, { dealId });
  return (response.body as { id: string }).id;
}

async function tryBrokers(cast: Cast, deal: Subject, verb: Verb): Promise<Subject> {
  const { trials, outsiders, enterprise, office, broker } = cast;
  const onBrokerage = (
    mutation: string,
    who = broker,
    brokerage: Subject,
    input: object = {},
  ): Promise<Subject> =>
    trials.run({ mutation, who, others: outsiders, input: { ...at(brokerage), ...input } });
  const invite = async (): Promise<Subject> =>
    verb(enterprise, 'inviteBroker', await fresh(cast, deal), {
      input: {
        brokerOrganisationId: AGENCY,
        brokerPersonId: demoPerson('broker').id,
        message: odd('请协助'),
      },
    });
  await onBrokerage('declineBrokerage', broker, await invite(), REASON);
  const ended = await onBrokerage('acceptBrokerage', broker, await invite());
  await onBrokerage('endBrokerage', enterprise, ended, REASON);
  const joined = await onBrokerage('acceptBrokerage', broker, await invite());
  const disclosed = await onBrokerage('discloseDualAgency', broker, joined);
  const half = await onBrokerage('consentDualAgency', enterprise, disclosed);
  await onBrokerage('consentDualAgency', office, half);
  return fresh(cast, deal);
}

async function tryPrices(cast: Cast, deal: Subject, verb: Verb): Promise<Subject> {
  const { office, enterprise } = cast;
  const propose = async (): Promise<Subject & { openProposal: { id: string } }> =>
    (await verb(office, 'proposePrice', await fresh(cast, deal), {
      input: PRICE,
      more: 'openProposal { id }',
      repeatable: true,
    })) as Subject & { openProposal: { id: string } };
  const accept = async (): Promise<Subject> => {
    const offered = await propose();
    return verb(enterprise, 'acceptPrice', offered, { input: { proposalId: offered.openProposal.id } });
  };
  await verb(enterprise, 'reopenPrice', await accept(), { input: REASON });
  return accept();
}

async function tryDisclosure(cast: Cast, priced: Subject, verb: Verb): Promise<Subject> {
  const { city, trials, office, enterprise, outsiders } = cast;
  const disclosing = (await verb(office, 'startDisclosure', priced, {
    input: NOTICE,
    more: 'disclosure { id }',
  })) as Subject & { disclosure: { id: string } };
  const objection = await trials.run({
    mutation: 'raiseObjection',
    who: city.who('solar'),
    // Anybody who is signed in may object.
    others: outsiders.slice(0, 1),
    input: {
      disclosureId: disclosing.disclosure.id,
      name: oddly('武晓东'),
      contact: '0350-6020003',
      reason: odd('认为定价偏低，理由详见所附材料'),
    },
    repeatable: true,
  });
  await trials.run({
    mutation: 'decideObjection',
    who: office,
    others: outsiders,
    input: { ...at(objection), outcome: 'REJECTED', reason: odd('经核实，定价依据充分，异议不成立') },
  });
  await city.passDays(40);
  const ready = await verb(office, 'completeDisclosure', await fresh(cast, priced));
  // Where nothing needs to be disclosed: a price settled by auction.
  const reopened = await verb(enterprise, 'reopenPrice', ready, { input: REASON });
  const offered = await perform<{ openProposal: { id: string } }>(
    office,
    'proposePrice',
    { ...at(reopened), ...PRICE, method: 'AUCTION', methodEvidence: '山西省产权交易中心 2026-17' },
    'openProposal { id }',
  );
  const accepted = await perform(enterprise, 'acceptPrice', {
    ...at(offered),
    proposalId: offered.openProposal.id,
  });
  return verb(office, 'proceedToSigning', accepted);
}

const commission = (trigger: string) => ({
  base: 'TECHNICAL',
  tiers: [{ upTo: 50_000_000, rateBasisPoints: 300 }, { rateBasisPoints: 200 }],
  minimum: 1,
  maximum: 100_000_000,
  sellerShareBasisPoints: 4_000,
  buyerShareBasisPoints: 6_000,
  trigger,
  taxIncluded: true,
  splits: [{ organisationId: AGENCY, shareBasisPoints: 10_000 }],
});

async function tryCommissions(cast: Cast, deal: Subject): Promise<void> {
  const { trials, outsiders, broker, enterprise, office } = cast;
  const on = (
    mutation: string,
    who: Cast['broker'],
    subject: Subject,
    input: object = {},
  ): Promise<Subject> =>
    trials.run({ mutation, who, others: outsiders, input: { ...at(subject), ...input } });
  const propose = (): Promise<Subject> =>
    trials.run({
      mutation: 'proposeCommission',
      who: broker,
      others: outsiders,
      input: { dealId: deal.id, ...commission('FIRST_PAYMENT') },
      repeatable: true,
    });
  await on('declineCommission', enterprise, await propose(), REASON);
  const agreed = await on('agreeCommission', enterprise, await propose());
  await on('agreeCommission', office, agreed);
}

async function trySignature(cast: Cast, deal: Subject, verb: Verb): Promise<Subject> {
  const { office, enterprise, city } = cast;
  const record = async (from: Subject): Promise<{ recorded: Subject; sha256: string }> => {
    const response = await office.upload('/files/deals', '合同.pdf', PDF, { dealId: deal.id });
    const { id: fileId, sha256 } = response.body as { id: string; sha256: string };
    const { clock } = await office.query<{ clock: { now: string } }>('{ clock { now } }');
    const day = clock.now.slice(0, 10);
    const input = {
      fileId,
      signatories: [oddly('王晓岚'), oddly('张建军')],
      signedOn: day,
      place: odd('忻州'),
      effectiveFrom: day,
      effectiveTo: '2040-12-31',
    };
    return { recorded: await verb(office, 'recordSignature', from, { input }), sha256 };
  };
  const first = await record(deal);
  const rejected = await verb(enterprise, 'rejectSignature', first.recorded, { input: REASON });
  const second = await record(rejected);
  const signed = await verb(enterprise, 'confirmSignature', second.recorded, {
    input: { fileSha256: second.sha256 },
  });
  await city.settle();
  return signed;
}

async function dueAndSettled(cast: Cast, deal: Subject): Promise<void> {
  const { trials, outsiders, enterprise, broker } = cast;
  const { deal: found } = await enterprise.query<{ deal: { commissions: Subject[] } }>(
    'query ($id: ID!) { deal(id: $id) { commissions { id version state } } }',
    { id: deal.id },
  );
  const agreed = found.commissions.find(({ state }) => state === 'AGREED');
  if (agreed === undefined) throw new Error('no commission was agreed');
  const due = await trials.run({
    mutation: 'declareCommissionDue',
    who: enterprise,
    others: outsiders,
    input: { ...at(agreed), happenedOn: '2026-12-01', evidence: odd('银行回单') },
  });
  await trials.run({
    mutation: 'settleCommission',
    who: broker,
    others: outsiders,
    input: { ...at(due), receivedOn: '2026-12-02' },
  });
}
