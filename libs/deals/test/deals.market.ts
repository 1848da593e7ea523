import type { PersonActor } from '@jihui/kernel';
import { CITY } from '@jihui/testing';
import type { DealNode, World } from './deals.world.js';

export type { DealNode } from './deals.world.js';

/** What an act on the deal names. */
export const at = ({ id, version }: { readonly id: string; readonly version: number }) => ({
  id,
  expectedVersion: version,
});

export const PRICE = {
  cooperationMode: 'TRANSFER',
  total: 100_000_000,
  technical: 80_000_000,
  method: 'AGREEMENT',
  basis: '资产评估报告',
  paymentMode: 'LUMP_SUM',
};
export const NOTICE = {
  summary: '拟以协议定价方式转让',
  relatedParty: false,
  basis: '资产评估报告',
  channels: ['本单位公告栏', '技术市场'],
  objectionOffice: '科技成果转化处',
  objectionPhone: '0350-3000000',
};
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

/** A university and an enterprise with everybody who matters, and the way through a deal. */
export async function aMarket(world: World) {
  const university = await world.organisation('忻州师范学院', 'UNIVERSITY', { stateEstablished: true });
  const enterprise = await world.organisation('山西晋新材料有限公司', 'ENTERPRISE');
  const agency = await world.organisation('晋创技术经纪有限公司', 'BROKER_AGENCY');
  const office = await world.member(university, 'UNIVERSITY', 'TRANSFER_OFFICER');
  const inventor = await world.member(university, 'UNIVERSITY', 'RESEARCHER');
  const colleague = await world.member(university, 'UNIVERSITY', 'RESEARCHER');
  const clerk = await world.member(university, 'UNIVERSITY', 'MEMBER');
  const buyer = await world.member(enterprise, 'ENTERPRISE', 'TRANSFER_OFFICER');
  const engineer = await world.member(enterprise, 'ENTERPRISE', 'RESEARCHER');
  const broker = await world.member(agency, 'BROKER_AGENCY', 'BROKER');
  const bureau = await world.organisation('忻州市科学技术局', 'BUREAU_CITY', { divisionCode: CITY });
  const officer = await world.member(bureau, 'BUREAU_CITY', 'OFFICER');

  const open = async (change: object = {}): Promise<DealNode> => {
    const resultId = await world.result(university, { createdBy: inventor.personId });
    return world.act(buyer, 'openDeal', {
      organisationId: enterprise,
      resultId,
      cooperationMode: 'TRANSFER',
      message: '希望了解该成果',
      ...change,
    });
  };
  const confirmed = async (change: object = {}): Promise<DealNode> =>
    world.act(office, 'confirmDeal', at(await open(change)));
  const priced = async (price: object = {}, from?: DealNode): Promise<DealNode> => {
    const offered = await world.act<{ openProposal: { id: string } }>(
      office,
      'proposePrice',
      { ...at(from ?? (await confirmed())), ...PRICE, ...price },
      'openProposal { id }',
    );
    return world.act(buyer, 'acceptPrice', { ...at(offered), proposalId: offered.openProposal.id });
  };
  const disclosing = async (
    from?: DealNode,
  ): Promise<DealNode & { disclosure: { id: string; endsOn: string; startsOn: string } }> =>
    world.act(
      office,
      'startDisclosure',
      { ...at(from ?? (await priced())), ...NOTICE },
      'disclosure { id startsOn endsOn }',
    );
  /** Through a price that needs no disclosure. */
  const ready = async (from?: DealNode): Promise<DealNode> => {
    const deal = await priced({ method: 'AUCTION', methodEvidence: '山西省产权交易中心 2026-17' }, from);
    return world.act(office, 'proceedToSigning', at(deal));
  };
  const upload = async (
    actor: PersonActor,
    dealId: string,
    content: Buffer = PDF,
  ): Promise<{ id: string; sha256: string }> => {
    const response = await world.as(actor).upload('/files/deals', '合同.pdf', content, { dealId });
    if (response.status !== 201) throw new Error(`${response.status} ${response.text}`);
    return response.body as { id: string; sha256: string };
  };
  const today = async (): Promise<string> => {
    const { clock } = await world.as(buyer).query<{ clock: { now: string } }>('{ clock { now } }');
    return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(clock.now));
  };
  const signature = async (fileId: string): Promise<object> => {
    const signedOn = await today();
    return {
      fileId,
      signatories: ['王晓岚', '张建军'],
      signedOn,
      place: '忻州',
      effectiveFrom: signedOn,
      effectiveTo: '2031-12-31',
    };
  };
  const signed = async (from?: DealNode): Promise<DealNode> => {
    const deal = from ?? (await ready());
    const file = await upload(office, deal.id);
    const recorded = await world.act(office, 'recordSignature', {
      ...at(deal),
      ...(await signature(file.id)),
    });
    return world.act(buyer, 'confirmSignature', { ...at(recorded), fileSha256: file.sha256 });
  };
  /** The agency, invited by the buyer, has joined. */
  const joined = async (
    from?: DealNode,
  ): Promise<DealNode & { brokerage: { id: string; version: number } }> => {
    const deal = from ?? (await confirmed());
    const invited = await world.act(
      buyer,
      'inviteBroker',
      { ...at(deal), brokerOrganisationId: agency },
      'id version',
    );
    const brokerage = await world.act(broker, 'acceptBrokerage', at(invited), 'id version');
    const now = await world.deal(buyer, deal.id);
    if (now === null) throw new Error('the buyer sees its deal');
    return { ...now, brokerage };
  };
  return {
    university,
    enterprise,
    agency,
    office,
    inventor,
    colleague,
    clerk,
    buyer,
    engineer,
    broker,
    officer,
    open,
    confirmed,
    priced,
    disclosing,
    ready,
    upload,
    signature,
    signed,
    joined,
    today,
  };
}
export type Market = Awaited<ReturnType<typeof aMarket>>;
