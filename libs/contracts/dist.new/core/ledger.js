import { classOf } from './contract.js';
/** What a foreign party has in place of a division. */ export const ABROAD = '000000';
const stated = (value, what)=>{
    if (value === null || value === '') throw new Error(`a registered contract without ${what}`);
    return value;
};
/** The row of a registration. Completeness was checked; a gap here is a defect, and nothing is registered. */ export function ledgerEntry(contract) {
    const { form } = contract;
    const [seller] = form.sellers;
    const [buyer] = form.buyers;
    const subclass = stated(form.subclass, 'subclass');
    return {
        contractId: contract.id,
        kind: 'REGISTRATION',
        occurredOn: stated(contract.registeredOn, 'day'),
        registrationNumber: stated(contract.registrationNumber, 'number'),
        title: form.title,
        count: 1,
        total: form.money.total ?? 0,
        technical: form.money.technical ?? 0,
        registryDivision: stated(contract.registry?.divisionCode ?? null, 'registry'),
        class: stated(classOf(subclass), 'class'),
        subclass,
        techField: stated(form.content.techField, 'technical field'),
        ipKind: stated(form.content.ipKind, 'kind of right'),
        planSource: stated(form.content.planSource, 'plan source'),
        industry: stated(form.content.industry, 'industry'),
        goal: stated(form.content.socioEconomicGoal, 'goal'),
        sellerDivision: seller?.divisionCode ?? ABROAD,
        sellerNature: stated(seller?.nature ?? null, 'seller'),
        buyerDivision: buyer?.divisionCode ?? ABROAD,
        buyerNature: stated(buyer?.nature ?? null, 'buyer'),
        foreignMode: form.flags.foreign ?? 'NONE',
        taxBenefits: form.flags.taxBenefits,
        brokered: form.brokers.length > 0
    };
}

//# sourceMappingURL=ledger.js.map
