import { Injectable } from '@nestjs/common';
import { legalDayOf, system, type PersonActor } from '@jihui/kernel';
import { DemoCity, uuidv7, Work, type DemoPeople, type Seed, type Tx } from '@jihui/platform';
import { BrokeragesService } from '../brokerages.service.js';
import type { Deal } from '../core/types.js';
import { DealDesk } from '../deal-desk.js';
import { DealsService } from '../deals.service.js';
import { DisclosuresService } from '../disclosures.service.js';
import { OpeningService } from '../opening.service.js';
import { PricingService } from '../pricing.service.js';
import { RoomService } from '../room.service.js';
import { DealsStore } from '../store/deals.store.js';
import { FactsStore } from '../store/facts.store.js';
import { BrokeragesStore } from '../store/brokerages.store.js';

/** One demo person with the organisation for which they act. */
interface Player {
  readonly actor: PersonActor;
  readonly organisationId: string;
}

/** Deals at different stages between the demo city's organisations, each made by the people themselves. */
@Injectable()
export class DealsSeed implements Seed {
  constructor(
    private readonly work: Work,
    private readonly city: DemoCity,
    private readonly desk: DealDesk,
    private readonly store: DealsStore,
    private readonly facts: FactsStore,
    private readonly brokerageRows: BrokeragesStore,
    private readonly opening: OpeningService,
    private readonly deals: DealsService,
    private readonly pricing: PricingService,
    private readonly disclosures: DisclosuresService,
    private readonly brokerages: BrokeragesService,
    private readonly room: RoomService,
  ) {}

  async run(): Promise<void> {
    const people = await this.city.people();
    const office = player(people, 'transferOfficer');
    const institute = player(people, 'institute');
    await this.scene(office, player(people, 'tea'), async () => undefined);
    await this.scene(institute, player(people, 'solar'), (deal, tx) =>
      this.negotiate(deal, tx, institute, player(people, 'solar')),
    );
    await this.scene(office, player(people, 'solar'), (deal) =>
      this.disclose(deal, office, player(people, 'solar'), player(people, 'broker')),
    );
  }

  /** One deal from its opening on, in one transaction; nothing when the two have dealt before. */
  private scene(seller: Player, buyer: Player, play: (deal: Deal, tx: Tx) => Promise<void>): Promise<void> {
    const command = { domain: 'deals', name: 'seed', actor: system('seed') } as const;
    return this.work.run(command, async (tx) => {
      const pair = [seller.organisationId, buyer.organisationId] as const;
      const resultId = await this.facts.untouchedResult(seller.organisationId);
      if (resultId === undefined || (await this.store.haveDealt(...pair))) return;
      const { id } = await this.opening.openDeal(buyer.actor, {
        ...newId(),
        organisationId: buyer.organisationId,
        resultId,
        cooperationMode: 'LICENCE_ORDINARY',
        message: '我公司对该成果很感兴趣，希望了解中试情况、许可条件和报价，盼安排技术交流。',
      });
      await play(await this.desk.current(id), tx);
    });
  }

  private async negotiate(opened: Deal, tx: Tx, seller: Player, buyer: Player): Promise<void> {
    await this.deals.confirmDeal(seller.actor, await this.at(opened));
    await this.room.postMessage(seller.actor, {
      ...newId(),
      dealId: opened.id,
      body: '欢迎来院里看中试线，样品和检测报告可以先寄给贵公司。',
    });
    await this.room.recordContact(buyer.actor, {
      ...newId(),
      dealId: opened.id,
      heldOn: legalDayOf(tx.now),
      mode: 'ONLINE',
      participants: '研究院项目组、公司技术部',
      summary: '介绍工艺路线与中试数据，讨论与现有产线的衔接。',
      outcome: '研究院一周内给出许可报价。',
    });
    await this.price(opened, seller, 60_000_000);
  }

  private async disclose(opened: Deal, seller: Player, buyer: Player, broker: Player): Promise<void> {
    await this.deals.confirmDeal(seller.actor, await this.at(opened));
    const invited = await this.brokerages.inviteBroker(buyer.actor, {
      ...(await this.at(opened)),
      brokerOrganisationId: broker.organisationId,
      message: '请协助议价并跟进公示。',
    });
    const brokerage = await this.brokerageRows.get(invited.id);
    const { id, version: expectedVersion } = brokerage ?? { id: invited.id, version: 1 };
    await this.brokerages.acceptBrokerage(broker.actor, { ...newId(), id, expectedVersion });
    await this.price(opened, seller, 80_000_000);
    const { proposal } = await this.desk.current(opened.id);
    await this.pricing.acceptPrice(buyer.actor, {
      ...(await this.at(opened)),
      proposalId: proposal?.id ?? '',
    });
    await this.disclosures.startDisclosure(seller.actor, {
      ...(await this.at(opened)),
      summary: '拟以普通许可方式、协议定价转化该项成果，现按规定公示，接受监督。',
      relatedParty: false,
      basis: '资产评估报告，评估值 78 万元',
      channels: ['学校官网', '技汇平台公示栏'],
      objectionOffice: '学校技术转移中心',
      objectionPhone: '0350-3048003',
    });
  }

  private async price(deal: Deal, seller: Player, total: number): Promise<void> {
    await this.pricing.proposePrice(seller.actor, {
      ...(await this.at(deal)),
      cooperationMode: 'LICENCE_ORDINARY',
      total,
      technical: total,
      method: 'AGREEMENT',
      basis: '资产评估报告与同类许可价格比较',
      paymentMode: 'INSTALMENTS',
      paymentTerms: '签订后支付 50%，验收合格后支付 50%。',
    });
  }

  private async at({ id }: Deal): Promise<{ clientMutationId: string; id: string; expectedVersion: number }> {
    const { version } = await this.desk.current(id);
    return { ...newId(), id, expectedVersion: version };
  }
}

const newId = (): { clientMutationId: string } => ({ clientMutationId: uuidv7() });

function player(people: DemoPeople, key: string): Player {
  const actor = people.as(key);
  const [home] = actor.memberships;
  if (home === undefined) throw new Error(`${key} of the demo city acts for no organisation`);
  return { actor, organisationId: home.organisationId };
}
