import { addMonths, refuseIf, type Violation } from '@jihui/kernel';
import {
  AGENCY,
  actorNamed,
  aBrokerage,
  aDeal,
  aPrivateDeal,
  BUYER,
  NOW,
  SELLER,
  TERMS,
  TODAY,
} from '../../test/core.factory.js';
import { consentingSide, representsAfterConsent } from './brokerage.js';
import { DealCodes } from './errors.js';
import { isBypass } from './introduction.js';
import {
  checkOpening,
  introducedParties,
  notYetKnown,
  partiesFor,
  type Listing,
  type Organisation,
} from './opening.js';
import { actingSide, confirmingSide, dealActions, dealMachine, ndaSide } from './perform.js';
import { checkPrice, royaltyInWords } from './price.js';
import { checkBody, checkContact } from './room.js';
import { buyerHiddenFrom, readsRoom, roleOf, speaksFor, voiceOf } from './sight.js';
import { checkSignature } from './signature.js';
import { ownerOf } from './stages.js';
import { DEAL_STATES, type Deal, type PriceTerms } from './types.js';

const codes = (violations: readonly Violation[]): string[] => violations.map(({ code }) => code);
const listing = (change: Partial<Listing> = {}): Listing => ({
  id: 'result',
  title: '成果',
  ownerId: SELLER,
  createdBy: 'x',
  online: true,
  ownerActive: true,
  anonymous: false,
  ...change,
});
const organisation = (id: string, active = true): Organisation => ({
  id,
  name: id,
  kind: 'ENTERPRISE',
  active,
});

describe('opening', () => {
  it('makes the interested organisation the other side', () => {
    const need = listing({ id: 'need', ownerId: BUYER });
    expect(partiesFor(BUYER, listing(), null)).toEqual({ sellerId: SELLER, buyerId: BUYER });
    expect(partiesFor(SELLER, null, need)).toEqual({ sellerId: SELLER, buyerId: BUYER });
    expect(partiesFor(SELLER, listing(), need)).toEqual({ sellerId: SELLER, buyerId: BUYER });
    expect(partiesFor(BUYER, listing(), need)).toEqual({ sellerId: SELLER, buyerId: BUYER });
    expect(partiesFor('else', listing(), need)).toMatchObject({ code: DealCodes.NOT_A_PARTY });
    expect(partiesFor(BUYER, null, null)).toMatchObject({ code: DealCodes.NO_LISTING });
  });

  it('lets a broker name only what the listings leave open', () => {
    const open = (
      result: Listing | null,
      need: Listing | null,
      sellerId: string | null,
      buyerId: string | null,
    ) => codes(introducedParties({ sellerId, buyerId }, result, need).violations);
    expect(open(listing(), null, null, BUYER)).toEqual([]);
    expect(open(listing(), null, SELLER, BUYER)).toEqual([]);
    expect(open(listing(), null, 'else', BUYER)).toEqual([DealCodes.OWNER_MISMATCH]);
    expect(open(null, null, null, null)).toEqual([
      DealCodes.NO_LISTING,
      DealCodes.PARTY_MISSING,
      DealCodes.PARTY_MISSING,
    ]);
  });

  it('never lets a broker find out an anonymous owner by trying', () => {
    const need = listing({ id: 'need', ownerId: BUYER, anonymous: true });
    for (const guess of [BUYER, 'else'])
      expect(codes(introducedParties({ sellerId: SELLER, buyerId: guess }, null, need).violations)).toEqual([
        DealCodes.OWNER_MISMATCH,
      ]);
  });

  it('needs two active organisations and listings that are online', () => {
    expect(
      checkOpening({
        seller: organisation(SELLER),
        buyer: organisation(BUYER),
        result: listing(),
        need: null,
        introduced: false,
      }),
    ).toEqual([]);
    const wrong = checkOpening({
      seller: organisation(SELLER, false),
      buyer: organisation(SELLER),
      result: listing({ online: false }),
      need: null,
      introduced: false,
    });
    expect(codes(wrong)).toEqual([
      DealCodes.SAME_PARTY,
      DealCodes.LISTING_NOT_ONLINE,
      DealCodes.PARTY_NOT_ACTIVE,
    ]);
    const itself = (introduced: boolean, anonymous: boolean) =>
      codes(
        checkOpening({
          seller: organisation(SELLER),
          buyer: organisation(SELLER),
          result: null,
          need: listing({ anonymous }),
          introduced,
        }),
      );
    expect(itself(true, true)).toEqual([]);
    expect(itself(true, false)).toEqual([DealCodes.SAME_PARTY]);
    expect(itself(false, true)).toEqual([DealCodes.SAME_PARTY]);
    expect(notYetKnown('该成果').code).toBe(DealCodes.NOT_YET_KNOWN);
  });
});

describe('who sees what', () => {
  const deal = aDeal('NEGOTIATING');
  const roles = Object.fromEntries(
    [
      'SELLER_OFFICER',
      'BUYER_ADMIN',
      'SELLER_RESEARCHER',
      'SELLER_OTHER_RESEARCHER',
      'SELLER_MEMBER',
      'BROKER',
      'INVITED_BROKER',
      'AGENCY_MEMBER',
      'BUREAU_OFFICER',
      'REGISTRAR',
      'PLATFORM_ADMIN',
      'OUTSIDER',
      'ANONYMOUS',
      'SYSTEM',
    ].map((name) => [name, roleOf(actorNamed(name), deal)]),
  );
  it('is a role for those concerned and nothing for everybody else', () =>
    expect(roles).toEqual({
      SELLER_OFFICER: 'SELLER',
      BUYER_ADMIN: 'BUYER',
      SELLER_RESEARCHER: 'SELLER',
      SELLER_OTHER_RESEARCHER: null,
      SELLER_MEMBER: null,
      BROKER: 'BROKER',
      INVITED_BROKER: 'INVITED_BROKER',
      AGENCY_MEMBER: null,
      BUREAU_OFFICER: 'OFFICER',
      REGISTRAR: null,
      PLATFORM_ADMIN: null,
      OUTSIDER: null,
      ANONYMOUS: null,
      SYSTEM: null,
    }));

  it('opens the room to sides and joined brokers', () => {
    const reads = ['SELLER_RESEARCHER', 'BROKER', 'INVITED_BROKER', 'BUREAU_OFFICER'].map((n) =>
      readsRoom(actorNamed(n), deal),
    );
    expect(reads).toEqual([true, true, false, false]);
    expect(voiceOf(actorNamed('BROKER'), deal)).toEqual({ organisationId: AGENCY, side: null });
    expect(voiceOf(actorNamed('SELLER_OFFICER'), deal)).toEqual({ organisationId: SELLER, side: 'SELLER' });
    expect(voiceOf(actorNamed('BUREAU_OFFICER'), deal)).toBeNull();
    expect(speaksFor(actorNamed('SELLER_OFFICER'), deal, SELLER)).toBe(true);
    expect(speaksFor(actorNamed('SELLER_OFFICER'), deal, BUYER)).toBe(false);
    expect(speaksFor(actorNamed('SELLER_OTHER_RESEARCHER'), deal, SELLER)).toBe(false);
  });

  it('hides an anonymous buyer until it confirms', () => {
    const anonymous = aDeal('LEAD', { buyerAnonymous: true });
    const hidden = (names: string[], of: Deal) => names.map((name) => buyerHiddenFrom(actorNamed(name), of));
    expect(
      hidden(['SELLER_OFFICER', 'BROKER', 'INVITED_BROKER', 'BUYER_OFFICER', 'BUREAU_OFFICER'], anonymous),
    ).toEqual([true, true, true, false, false]);
    expect(hidden(['SELLER_OFFICER'], aDeal('CONFIRMED', { buyerAnonymous: true }))).toEqual([false]);
    const speak = (): unknown =>
      dealMachine.perform(anonymous, 'postMessage', actorNamed('BUYER_OFFICER'), NOW);
    expect(speak).toThrow('需求是匿名发布的');
    expect(dealMachine.perform(anonymous, 'postMessage', actorNamed('SELLER_OFFICER'), NOW)).toBe('LEAD');
  });
});

describe('acting', () => {
  it('finds the side that is still to confirm or to sign', () => {
    expect(confirmingSide(actorNamed('SELLER_OFFICER'), aDeal('LEAD'))).toBe('SELLER');
    expect(ndaSide(actorNamed('BUYER_ADMIN'), aDeal('CONFIRMED'))).toBe('BUYER');
    expect(() => actingSide(actorNamed('OUTSIDER'), aDeal('LEAD'))).toThrow('acts for no side');
  });

  it('never offers a consequence as a button', () =>
    expect(
      dealActions(actorNamed('SELLER_OFFICER'), aDeal('DISCLOSING'), NOW).map(({ action }) => action),
    ).not.toContain('annulDisclosure'));

  it('keeps prices waiting while one side alone signed the confidentiality text', () => {
    const deal = aDeal('NEGOTIATING');
    const half = { ...deal, seller: { ...deal.seller, ndaSignedAt: NOW } };
    const code = (action: 'proposePrice' | 'acceptPrice' | 'signNda', actor: string): string | undefined =>
      dealActions(actorNamed(actor), half, NOW).find((a) => a.action === action)?.violations[0]?.code;
    expect(code('proposePrice', 'BUYER_OFFICER')).toBe(DealCodes.NDA_PENDING);
    expect(code('acceptPrice', 'BUYER_OFFICER')).toBe(DealCodes.NDA_PENDING);
    expect(code('signNda', 'SELLER_OFFICER')).toBe(DealCodes.NDA_ALREADY_SIGNED);
    expect(code('signNda', 'BUYER_OFFICER')).toBeUndefined();
  });

  it('lets nobody agree with themselves', () => {
    const refusals = (deal: Deal, action: 'acceptPrice' | 'confirmSignature'): string[] =>
      dealActions(actorNamed('BUYER_OFFICER'), deal, NOW)
        .filter((offered) => offered.action === action)
        .flatMap(({ violations }) => codes(violations));
    const deal = aDeal('NEGOTIATING', {
      proposal: { id: 'p', side: 'SELLER', personId: 'BUYER_OFFICER' },
    });
    expect(refusals(deal, 'acceptPrice')).toEqual([DealCodes.SAME_PERSON]);
    expect(refusals({ ...deal, proposal: null }, 'acceptPrice')).toEqual([DealCodes.NO_OPEN_PROPOSAL]);
    const recorded = aDeal('SIGNATURE_RECORDED');
    const own = { ...recorded, signature: { ...recorded.signature!, recordedByPerson: 'BUYER_OFFICER' } };
    expect(refusals(own, 'confirmSignature')).toEqual([DealCodes.SAME_PERSON]);
  });

  it('says of every state who is to act', () =>
    expect(
      DEAL_STATES.map((state) => ownerOf(state === 'ABANDONED' ? { ...aDeal('LEAD'), state } : aDeal(state))),
    ).toEqual([
      'BOTH',
      'SELLER',
      'BOTH',
      'BUYER',
      'SELLER',
      'SELLER',
      'BOTH',
      'BUYER',
      'SELLER',
      'BOTH',
      'NOBODY',
      'NOBODY',
    ]));
});

describe('checkPrice', () => {
  const check = (change: Partial<PriceTerms>, deal = aDeal('NEGOTIATING')) =>
    codes(checkPrice(deal, { ...TERMS, ...change }));
  const royalty = { rateBasisPoints: 500, base: '不含税销售额', years: 5, minimumPerYear: 1_000_000 };

  it('accepts a whole price, with royalties or without', () => {
    expect(check({})).toEqual([]);
    expect(check({ paymentMode: 'ROYALTY', total: 0, technical: 0, royalty })).toEqual([]);
    expect(check({ paymentMode: 'INSTALMENTS', paymentTerms: '分两期' })).toEqual([]);
    expect(check({ method: 'AUCTION', methodEvidence: '山西省产权交易中心 2026-17' })).toEqual([]);
  });
  it.each([
    [{ technical: 100_000_001 }, DealCodes.TECHNICAL_EXCEEDS_TOTAL],
    [{ total: 0, technical: 0 }, DealCodes.PRICE_ZERO],
    [{ method: 'LISTING' as const }, DealCodes.EVIDENCE_REQUIRED],
    [{ basis: '' }, DealCodes.BASIS_REQUIRED],
    [{ paymentMode: 'OTHER' as const }, DealCodes.PAYMENT_TERMS_REQUIRED],
    [{ paymentMode: 'ROYALTY' as const }, DealCodes.ROYALTY_TERMS],
    [
      { paymentMode: 'ENTRY_FEE_ROYALTY' as const, royalty: { ...royalty, rateBasisPoints: 0 } },
      DealCodes.ROYALTY_TERMS,
    ],
    [
      { paymentMode: 'ENTRY_FEE_ROYALTY' as const, royalty: { ...royalty, years: 51 } },
      DealCodes.ROYALTY_TERMS,
    ],
    [{ royalty }, DealCodes.ROYALTY_NOT_ALLOWED],
    [{ total: 1.5, technical: 1 }, 'OUT_OF_RANGE'],
  ])('refuses %j', (change, code) => expect(check(change)).toEqual([code]));

  it('asks no basis of a private seller', () =>
    expect(check({ basis: '' }, aPrivateDeal('NEGOTIATING'))).toEqual([]));
  it('puts royalties in words', () => {
    expect(royaltyInWords(royalty)).toBe('按不含税销售额的 5% 提成 5 年，每年不少于 10,000.00 元');
    expect(royaltyInWords(null)).toBe('');
  });
});

describe('checkSignature', () => {
  const form = {
    signatories: ['甲', '乙'],
    signedOn: TODAY,
    place: '忻州',
    effectiveFrom: TODAY,
    effectiveTo: '2029-11-22',
  };
  const check = (change: object, type = 'application/pdf', deal = aDeal('READY_TO_SIGN')) =>
    codes(checkSignature(deal, { ...form, ...change }, { type }, NOW));
  it('accepts a whole form', () => expect(check({})).toEqual([]));
  it.each([
    [{ signedOn: '2026-11-24' }, DealCodes.DATE_IN_FUTURE],
    [{ signedOn: '2026-11-22' }, DealCodes.SIGNED_BEFORE_DISCLOSURE_END],
    [{ effectiveTo: '2026-11-22' }, DealCodes.PERIOD_REVERSED],
    [{ place: '' }, 'REQUIRED'],
    [{ signatories: ['甲'] }, 'REQUIRED'],
  ])('refuses %j', (change, code) => expect(check(change)).toEqual([code]));
  it('wants a PDF', () => expect(check({}, 'image/png')).toEqual([DealCodes.NOT_A_PDF]));
  it('knows no disclosure of a private seller', () =>
    expect(check({ signedOn: '2026-11-01' }, 'application/pdf', aPrivateDeal('READY_TO_SIGN'))).toEqual([]));
});

describe('the room', () => {
  it('takes ten files and no empty text', () => {
    expect(checkBody('您好', [])).toEqual([]);
    expect(codes(checkBody('', Array.from({ length: 11 }, String)))).toEqual([
      'REQUIRED',
      DealCodes.TOO_MANY_FILES,
    ]);
  });
  it('records no contact of tomorrow', () =>
    expect(
      codes(
        checkContact({ heldOn: '2026-11-24', participants: '双方', summary: '交流', outcome: '' }, [], NOW),
      ),
    ).toEqual([DealCodes.DATE_IN_FUTURE]));
});

describe('brokers', () => {
  it('act for both only once both consented', () => {
    const disclosed = aBrokerage({ state: 'JOINED', dualDisclosedAt: NOW });
    expect(representsAfterConsent(disclosed, 'BUYER')).toBe('SELLER');
    expect(representsAfterConsent({ ...disclosed, sellerConsentedAt: NOW }, 'BUYER')).toBe('BOTH');
    expect(consentingSide(actorNamed('BUYER_OFFICER'), disclosed)).toBe('BUYER');
    expect(consentingSide(actorNamed('OUTSIDER'), disclosed)).toBeUndefined();
  });

  it('are gone round when the two whom they introduced register without them in time', () => {
    const introduction = { brokerName: '晋创技术经纪', sellerId: SELLER, buyerId: BUYER, on: '2026-02-28' };
    const contract = {
      sellerId: SELLER,
      buyerIds: [BUYER],
      brokerNames: [] as string[],
      registeredOn: '2027-02-28',
    };
    expect(isBypass(introduction, contract, 12)).toBe(true);
    expect(isBypass(introduction, { ...contract, sellerId: BUYER, buyerIds: [SELLER] }, 12)).toBe(true);
    expect(isBypass(introduction, { ...contract, registeredOn: '2027-03-01' }, 12)).toBe(false);
    expect(isBypass(introduction, { ...contract, registeredOn: '2026-02-27' }, 12)).toBe(false);
    expect(isBypass(introduction, { ...contract, brokerNames: ['晋创技术经纪 '] }, 12)).toBe(false);
    expect(isBypass(introduction, { ...contract, buyerIds: ['else'] }, 12)).toBe(false);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-23', 12, '2027-11-23'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %i months is %s', (day, months, expected) => expect(addMonths(day, months)).toBe(expected));
});

describe('violations', () => {
  it('are thrown together', () =>
    expect(() =>
      refuseIf(checkPrice(aDeal('NEGOTIATING'), { ...TERMS, technical: 200_000_000, basis: '' })),
    ).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', violations: [expect.anything(), expect.anything()] }),
    ));
});
