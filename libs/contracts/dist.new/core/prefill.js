import { EMPTY_FORM } from './contract.js';
import { partyOf } from './form-patch.js';
const KNOWN_PARTY = (party)=>partyOf({
        ...party,
        identifier: party.uscc,
        identifierKind: 'USCC'
    });
/** 转让与许可的子类 by the main right; a pending patent is transferred as an application. */ const SUBCLASS_OF_KIND = {
    INVENTION_PATENT: [
        '21',
        '31'
    ],
    UTILITY_MODEL: [
        '21',
        '31'
    ],
    DESIGN_PATENT: [
        '21',
        '31'
    ],
    KNOW_HOW: [
        '23',
        '32'
    ],
    SOFTWARE_COPYRIGHT: [
        '24',
        '33'
    ],
    IC_LAYOUT: [
        '25',
        '34'
    ],
    PLANT_VARIETY: [
        '26',
        '35'
    ],
    BIO_MEDICINE_VARIETY: [
        '27',
        '36'
    ],
    DESIGN_COPYRIGHT: [
        '29',
        '39'
    ]
};
const LICENCE_MODE = {
    LICENCE_ORDINARY: 'ORDINARY',
    LICENCE_SOLE: 'SOLE',
    LICENCE_EXCLUSIVE: 'EXCLUSIVE',
    LICENCE_OPEN: 'OPEN'
};
const PLAIN_SUBCLASS = {
    EQUITY: '28',
    COMMISSIONED_RND: '11',
    JOINT_RND: '12',
    SERVICE: '51',
    CONSULTING: '40'
};
/** The subclass that the way of cooperation points to; null where the applicant must say. */ export function suggestSubclass(mode, main) {
    const kind = main === undefined || main.kind === 'NONE' ? 'KNOW_HOW' : main.kind;
    const [transfer, licence] = SUBCLASS_OF_KIND[kind];
    if (mode === 'TRANSFER') return transfer === '21' && main?.status === 'PENDING' ? '22' : transfer;
    if (mode in LICENCE_MODE) return licence === '31' && main?.status === 'PENDING' ? '32' : licence;
    return PLAIN_SUBCLASS[mode] ?? null;
}
/** The strongest right first: what is granted, then what stands first in the result. */ const mainRight = (rights)=>rights.find(({ status })=>status === 'GRANTED') ?? rights[0];
/** An application filled in from a signed deal: a proposal that the applicant reads and completes. */ export function prefill(deal) {
    const rights = deal.result?.ipRights ?? [];
    const main = mainRight(rights);
    const ipKind = main?.kind ?? (deal.cooperationMode.startsWith('LICENCE') ? 'KNOW_HOW' : 'NONE');
    const { price } = deal;
    const rest = price === null ? 0 : price.total - price.technical;
    return {
        ...EMPTY_FORM,
        title: deal.title,
        subclass: suggestSubclass(deal.cooperationMode, main),
        licenceMode: LICENCE_MODE[deal.cooperationMode] ?? null,
        sellers: [
            KNOWN_PARTY(deal.seller)
        ],
        buyers: [
            KNOWN_PARTY(deal.buyer)
        ],
        brokers: deal.brokers.map((broker)=>({
                ...broker,
                fee: null,
                payer: null
            })),
        signedOn: deal.signedOn,
        signedAt: deal.place === '' ? null : deal.place,
        effectiveFrom: deal.effectiveFrom,
        effectiveTo: deal.effectiveTo,
        content: {
            ...EMPTY_FORM.content,
            summary: deal.result?.summary ?? null,
            techField: deal.result?.techField ?? null,
            trl: deal.result?.trl ?? null,
            ipKind,
            ipRights: rights
        },
        money: {
            ...EMPTY_FORM.money,
            total: price?.total ?? null,
            technical: price?.technical ?? null,
            paymentMode: price?.paymentMode ?? null,
            // The deal knows only the sum; the applicant says what it is made of and by which clause.
            deductions: rest > 0 ? [
                {
                    kind: 'OTHER',
                    name: '',
                    amount: rest,
                    clause: ''
                }
            ] : []
        },
        flags: {
            ...EMPTY_FORM.flags,
            pricingMethod: price?.method ?? null
        }
    };
}

//# sourceMappingURL=prefill.js.map
