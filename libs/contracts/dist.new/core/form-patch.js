import { cleanText, normaliseUscc } from '@jihui/kernel';
import { CHINA, classOf } from './contract.js';
const text = (value)=>{
    const clean = cleanText(value ?? '');
    return clean === '' ? null : clean;
};
/** Cleans every text of a flat object; other values stay. */ const cleaned = (value)=>Object.fromEntries(Object.entries(value).map(([key, entry])=>[
            key,
            typeof entry === 'string' ? text(entry) : entry
        ]));
/** The patch's own keys over the base's; `undefined` changes nothing. */ const over = (base, patch)=>{
    const given = Object.entries(cleaned(patch ?? {})).filter(([key, value])=>value !== undefined && Object.hasOwn(base, key));
    return {
        ...base,
        ...Object.fromEntries(given)
    };
};
const EMPTY_PARTY = {
    organisationId: null,
    name: '',
    identifier: null,
    identifierKind: 'USCC',
    country: CHINA,
    divisionCode: null,
    nature: null,
    legalRepresentative: null,
    contactName: null,
    contactPhone: null,
    bankName: null,
    bankAccount: null,
    highTech: null,
    technologySme: null,
    listed: null
};
export function partyOf(input) {
    const party = over(EMPTY_PARTY, input);
    return {
        ...party,
        name: party.name ?? '',
        identifier: party.identifier === null ? null : normaliseUscc(party.identifier),
        identifierKind: party.identifierKind ?? 'USCC',
        country: party.country ?? CHINA
    };
}
const brokerOf = (input)=>{
    const broker = over({
        organisationId: null,
        name: '',
        fee: null,
        payer: null
    }, input);
    return {
        ...broker,
        name: broker.name ?? ''
    };
};
const ipRightOf = (input)=>({
        kind: input.kind ?? 'NONE',
        title: text(input.title) ?? '',
        number: text(input.number),
        status: input.status ?? 'GRANTED',
        filedOn: input.filedOn ?? null,
        expiresOn: input.expiresOn ?? null,
        owners: (input.owners ?? []).flatMap((owner)=>text(owner) ?? [])
    });
const deductionOf = (input)=>({
        kind: input.kind ?? 'OTHER',
        name: text(input.name) ?? '',
        amount: input.amount ?? 0,
        clause: text(input.clause) ?? ''
    });
const carrierOf = (input)=>({
        kind: input.kind ?? 'SAMPLE',
        name: text(input.name) ?? '',
        quantity: input.quantity ?? 0,
        cost: input.cost ?? 0
    });
const EMPTY_ROYALTY = {
    base: null,
    trend: null,
    rateBasisPoints: null,
    years: null,
    entryFee: null,
    cap: null,
    floor: null
};
/** A list that is given replaces the old one whole. */ const list = (old, items, make)=>items === undefined ? old : (items ?? []).map(make);
const declarationOf = (old, patch, today)=>{
    if (patch === undefined) return old;
    if (patch === null) return null;
    const truthful = patch.truthful ?? old?.truthful ?? false;
    const kept = old?.truthful === true && old.signedOn !== null ? old.signedOn : today;
    return {
        truthful,
        signatory: (patch.signatory === undefined ? old?.signatory : text(patch.signatory)) ?? '',
        signedOn: truthful ? kept : null
    };
};
/** The form after a save. Texts are cleaned, and what does not go with the class is dropped. */ export function mergeForm(form, patch, today) {
    const { sellers, buyers, brokers, content, money, flags, declaration, ...scalars } = patch;
    const merged = over(form, scalars);
    const { ipRights, ...contentScalars } = content ?? {};
    const { deductions, carriers, royalty, ...moneyScalars } = money ?? {};
    return {
        ...merged,
        title: merged.title ?? '',
        licenceMode: classOf(merged.subclass) === '3' ? merged.licenceMode : null,
        sellers: list(form.sellers, sellers, partyOf),
        buyers: list(form.buyers, buyers, partyOf),
        brokers: list(form.brokers, brokers, brokerOf),
        content: {
            ...over(form.content, contentScalars),
            ipRights: list(form.content.ipRights, ipRights, ipRightOf)
        },
        money: {
            ...over(form.money, moneyScalars),
            deductions: list(form.money.deductions, deductions, deductionOf),
            carriers: list(form.money.carriers, carriers, carrierOf),
            royalty: royalty === undefined ? form.money.royalty : royalty && over(form.money.royalty ?? EMPTY_ROYALTY, royalty)
        },
        flags: {
            ...over(form.flags, flags),
            taxBenefits: [
                ...new Set(flags?.taxBenefits ?? (flags?.taxBenefits === null ? [] : form.flags.taxBenefits))
            ]
        },
        declaration: declarationOf(form.declaration, declaration, today)
    };
}
/**
 * Says which organisations of the platform the parties are: by their code, never by what a form claims.
 * A broker keeps the organisation that the deal gave it and gets none otherwise.
 */ export function bindOrganisations(form, idByUscc, knownBrokers) {
    const bound = (party)=>({
            ...party,
            organisationId: party.identifierKind === 'USCC' ? idByUscc.get(party.identifier ?? '') ?? null : null
        });
    return {
        ...form,
        sellers: form.sellers.map(bound),
        buyers: form.buyers.map(bound),
        brokers: form.brokers.map((broker)=>({
                ...broker,
                organisationId: knownBrokers.find(({ name })=>name === broker.name)?.organisationId ?? null
            }))
    };
}

//# sourceMappingURL=form-patch.js.map
