import { Injectable } from '@nestjs/common';
import {
  cleanText,
  Codes,
  DomainError,
  hasRole,
  refuseIf,
  Violations,
  type Actor,
  type Violation,
} from '@jihui/kernel';
import { checkIds } from '@jihui/platform';
import { DealCodes } from './core/errors.js';
import { checkTexts, introducedParties, notYetKnown, partiesFor, type Listing } from './core/opening.js';
import type { Side } from './core/types.js';
import { DealDesk, signedIn } from './deal-desk.js';
import { DealOpener } from './deal-opener.js';
import type { IntroduceDealInput, OpenDealInput } from './deals.types.gen.js';
import { Introducing } from './introducing.js';
import { FactsStore } from './store/facts.store.js';

/** Opens deals: by one of the two sides, or by a broker who introduces them. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly desk: DealDesk,
    private readonly opener: DealOpener,
    private readonly facts: FactsStore,
    private readonly introducing: Introducing,
  ) {}

  /**
   * 发起对接. A transfer officer's interest confirms the own side; a researcher's confirms nothing.
   * @throws DomainError NOT_YET_KNOWN, ALREADY_OPEN, FORBIDDEN, INVALID_INPUT with all violations.
   */
  openDeal(sender: Actor, input: OpenDealInput): Promise<{ id: string }> {
    const actor = signedIn(sender);
    const { organisationId } = input;
    checkIds(organisationId, input.resultId, input.needId, input.sellerId);
    if (!hasRole(actor, organisationId, 'RESEARCHER', 'TRANSFER_OFFICER'))
      throw new DomainError(Codes.FORBIDDEN, '只有该单位的科研人员、转移转化负责人、单位管理员可以发起对接');
    return this.desk.run(actor, 'openDeal', input, async (tx) => {
      const [result, need] = await this.listings(input.resultId, input.needId, organisationId);
      const parties = partiesFor(organisationId, result, need, input.sellerId ?? null);
      const texts = textsOf(input);
      if ('code' in parties) return refuse([...texts.violations, parties]);
      const side: Side = parties.sellerId === organisationId ? 'SELLER' : 'BUYER';
      const { cooperationMode } = input;
      const confirmed = hasRole(actor, organisationId, 'TRANSFER_OFFICER') ? side : null;
      return this.opener.open(actor, tx, texts.violations, {
        action: 'openDeal',
        parties,
        result,
        need,
        origin: side,
        introducerId: null,
        confirmed,
        cooperationMode,
        ...texts,
      });
    });
  }

  /** 引荐双方: by a broker; records the proof of introduction. @throws as openDeal. */
  introduceDeal(sender: Actor, input: IntroduceDealInput): Promise<{ id: string }> {
    const actor = signedIn(sender);
    const { brokerOrganisationId: agency, cooperationMode } = input;
    checkIds(agency, input.resultId, input.needId, input.sellerId, input.buyerId);
    if (!hasRole(actor, agency, 'BROKER'))
      throw new DomainError(Codes.FORBIDDEN, '只有该经纪机构的技术经纪人、单位管理员可以引荐');
    return this.desk.run(actor, 'introduceDeal', input, async (tx) => {
      const [result, need] = await this.listings(input.resultId, input.needId, null);
      const named = { sellerId: input.sellerId ?? null, buyerId: input.buyerId ?? null };
      const { sellerId, buyerId, violations } = introducedParties(named, result, need);
      const texts = textsOf(input);
      const wrong = [
        ...texts.violations,
        ...violations,
        ...(await this.agencyViolations(agency, [sellerId, buyerId])),
      ];
      if (sellerId === undefined || buyerId === undefined) return refuse(wrong);
      const parties = { sellerId, buyerId };
      const opened = await this.opener.open(
        actor,
        tx,
        wrong,
        {
          action: 'introduceDeal',
          parties,
          result,
          need,
          origin: 'BROKER',
          introducerId: agency,
          confirmed: null,
          cooperationMode,
          ...texts,
        },
        (dealId) => {
          const broker = { agencyId: agency, personId: actor.personId, represents: input.represents };
          return this.introducing.join(tx, dealId, broker, { parties, result, need });
        },
      );
      return opened;
    });
  }

  /** The listings named; `ownerId` also sees its own that are not online. */
  private async listings(
    resultId: string | null | undefined,
    needId: string | null | undefined,
    ownerId: string | null,
  ): Promise<[Listing | null, Listing | null]> {
    const find = async (
      id: string | null | undefined,
      kind: 'RESULT' | 'NEED',
      what: string,
    ): Promise<Listing | null> => {
      if (id == null) return null;
      const listing = await this.facts.listing(id, kind);
      const open = listing?.online === true && listing.ownerActive;
      if (listing === undefined || (!open && listing.ownerId !== ownerId)) throw notYetKnown(what);
      return listing;
    };
    return [await find(resultId, 'RESULT', '该成果'), await find(needId, 'NEED', '该需求')];
  }

  private async agencyViolations(
    agency: string,
    sides: readonly (string | undefined)[],
  ): Promise<Violation[]> {
    const organisation = await this.facts.organisation(agency);
    if (organisation === undefined) throw notYetKnown('该经纪机构');
    return new Violations()
      .when(
        organisation.kind !== 'BROKER_AGENCY' || !organisation.active,
        'brokerOrganisationId',
        DealCodes.NOT_A_BROKER,
        '该单位不是已审核的经纪机构，不能引荐',
      )
      .when(
        sides.includes(agency),
        'brokerOrganisationId',
        DealCodes.BROKER_IS_PARTY,
        '经纪机构不能同时是买卖一方',
      ).found;
  }
}

function textsOf(input: { readonly title?: string | null; readonly message: string }): {
  readonly title: string | null;
  readonly message: string;
  readonly violations: readonly Violation[];
} {
  const title = cleanText(input.title ?? '') || null;
  const message = cleanText(input.message);
  return { title, message, violations: checkTexts(new Violations(), { title, message }).found };
}

/** Refuses, where a value cannot be made without the answer. */
function refuse(violations: readonly Violation[]): never {
  refuseIf(violations);
  throw new Error('refuse needs violations');
}
