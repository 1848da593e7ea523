import { readFileSync } from 'node:fs';
import type { GraphClient } from '@jihui/testing';
import { demoOrganisation, type DemoCity } from './city.js';
import { SECRETS, type Reader } from './secrets.js';
import { at, perform, type Subject } from './walk.js';

const { need: NEED } = JSON.parse(readFileSync('config/demo/main-job.json', 'utf8')) as {
  readonly need: object;
};
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

export type As = (reader: Reader) => GraphClient;
/** Notes the path of a stored file, to be asked for by everybody. */
export type Keep = (path: string) => string;

export async function upload(client: GraphClient, path: string, name: string, content: Buffer, fields = {}) {
  const response = await client.upload(path, name, content, fields);
  if (response.status !== 201) throw new Error(`${path}: ${response.status} ${response.text}`);
  return response.body as { id: string; sha256: string };
}

/** A deal from interest to the confirmed signature, with something of its own written at each step. */
export async function plantDeal(as: As, city: DemoCity, result: Subject, keep: Keep) {
  const saved = await perform(as('enterprise'), 'saveNeedDraft', {
    ownerId: demoOrganisation('flangeMaker').id,
    content: { ...NEED, title: '辗环热态测量的一项需求' },
  });
  const need = await perform(
    as('officer'),
    'publishNeed',
    at(await perform(as('enterprise'), 'submitNeed', at(saved))),
  );
  await city.settle();
  await perform(as('enterprise'), 'matchFeedback', {
    needId: need.id,
    resultId: result.id,
    verdict: 'USEFUL',
    reason: SECRETS.verdictReason.text,
  });
  const { myExpert } = await as('researcher').query<{ myExpert: { id: string } }>('{ myExpert { id } }');
  await perform(as('enterprise'), 'expertMatchFeedback', {
    needId: need.id,
    expertId: myExpert.id,
    verdict: 'NOT_USEFUL',
    reason: SECRETS.expertVerdictReason.text,
  });
  let deal = await perform(as('enterprise'), 'openDeal', {
    organisationId: demoOrganisation('flangeMaker').id,
    resultId: result.id,
    needId: need.id,
    cooperationMode: 'TRANSFER',
    message: '希望受让',
  });
  deal = await perform(as('office'), 'confirmDeal', at(deal));
  const invited = await perform(as('enterprise'), 'inviteBroker', {
    ...at(deal),
    brokerOrganisationId: demoOrganisation('brokerAgency').id,
    message: SECRETS.invitation.text,
  });
  await perform(as('broker'), 'acceptBrokerage', at(invited));
  const commission = await perform(as('broker'), 'proposeCommission', {
    dealId: deal.id,
    base: 'TECHNICAL',
    tiers: [{ rateBasisPoints: 100 }],
    minimum: Number(SECRETS.commission.text),
    sellerShareBasisPoints: 0,
    buyerShareBasisPoints: 10_000,
    trigger: 'SIGNATURE',
    taxIncluded: true,
    splits: [{ organisationId: demoOrganisation('brokerAgency').id, shareBasisPoints: 10_000 }],
  });
  await perform(as('enterprise'), 'agreeCommission', at(commission));
  await talk(as, deal.id, keep);
  deal = await settlePrice(as, await fresh(as, deal.id));
  const { disclosure, ready } = await disclose(as, city, deal);
  await sign(as, ready, keep);
  return { id: deal.id, need: need.id, expert: myExpert.id, disclosure };
}

async function fresh(as: As, id: string): Promise<Subject> {
  const { deal } = await as('enterprise').query<{ deal: Subject }>(
    'query ($id: ID!) { deal(id: $id) { id version state } }',
    { id },
  );
  return deal;
}

async function talk(as: As, dealId: string, keep: Keep): Promise<void> {
  const shared = await upload(as('enterprise'), '/files/deals', `${SECRETS.sharedFile.text}.pdf`, PDF, {
    dealId,
  });
  const own = await upload(as('enterprise'), '/files/deals', `${SECRETS.ownFile.text}.pdf`, PDF, { dealId });
  keep(`/files/deals/${shared.id}`);
  keep(`/files/deals/${own.id}`);
  await perform(as('enterprise'), 'postMessage', {
    dealId,
    body: SECRETS.message.text,
    fileIds: [shared.id],
  });
  await perform(as('enterprise'), 'writeNote', { dealId, body: SECRETS.note.text });
  await perform(as('office'), 'recordContact', {
    dealId,
    heldOn: '2026-01-05',
    mode: 'MEETING',
    participants: SECRETS.contact.text,
    summary: '看了产线',
  });
}

async function settlePrice(as: As, deal: Subject): Promise<Subject> {
  const offered = await perform<{ openProposal: { id: string } }>(
    as('office'),
    'proposePrice',
    {
      ...at(deal),
      cooperationMode: 'TRANSFER',
      total: 100_000_000,
      technical: 80_000_000,
      method: 'AGREEMENT',
      basis: '评估报告',
      paymentMode: 'INSTALMENTS',
      paymentTerms: SECRETS.paymentTerms.text,
      note: SECRETS.proposal.text,
    },
    'openProposal { id }',
  );
  return perform(as('enterprise'), 'acceptPrice', { ...at(offered), proposalId: offered.openProposal.id });
}

async function disclose(as: As, city: DemoCity, deal: Subject) {
  const disclosing = await perform<{ disclosure: { id: string } }>(
    as('office'),
    'startDisclosure',
    {
      ...at(deal),
      summary: '拟以协议定价方式转让',
      relatedParty: false,
      basis: '评估报告',
      channels: ['学校官网'],
      objectionOffice: '成果处',
      objectionPhone: '0350-3010000',
    },
    'disclosure { id }',
  );
  const objection = await perform(as('solar'), 'raiseObjection', {
    disclosureId: disclosing.disclosure.id,
    name: SECRETS.objector.text,
    contact: SECRETS.objectionContact.text,
    reason: '认为定价偏低，理由详见所附材料。',
  });
  await perform(as('office'), 'decideObjection', {
    ...at(objection),
    outcome: 'REJECTED',
    reason: '经核实，定价依据充分，异议不成立。',
  });
  await city.advance(40);
  const ready = await perform(as('office'), 'completeDisclosure', at(await fresh(as, deal.id)));
  return { disclosure: disclosing.disclosure.id, ready };
}

async function sign(as: As, ready: Subject, keep: Keep): Promise<void> {
  const file = await upload(as('office'), '/files/deals', '已签合同.pdf', PDF, { dealId: ready.id });
  keep(`/files/deals/${file.id}`);
  const { clock } = await as('office').query<{ clock: { now: string } }>('{ clock { now } }');
  const signedOn = clock.now.slice(0, 10);
  const recorded = await perform(as('office'), 'recordSignature', {
    ...at(ready),
    fileId: file.id,
    signatories: ['甲', '乙'],
    signedOn,
    place: SECRETS.place.text,
    effectiveFrom: signedOn,
    effectiveTo: '2040-12-31',
  });
  await perform(as('enterprise'), 'confirmSignature', { ...at(recorded), fileSha256: file.sha256 });
}
