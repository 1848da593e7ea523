function _ts_decorate(decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") {
        r = Reflect.decorate(decorators, target, key, desc);
    } else {
        for(var i = decorators.length - 1; i >= 0; i--){
            if (d = decorators[i]) {
                r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
            }
        }
    }
    return c > 3 && r && Object.defineProperty(target, key, r), r;
}
function _ts_metadata(metadataKey, metadataValue) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") {
        return Reflect.metadata(metadataKey, metadataValue);
    }
}
import { Injectable } from '@nestjs/common';
import { legalDayOf } from '@jihui/kernel';
import { findingsOf, ruleSetOf } from './core/rule-sets.js';
import { FactsStore } from './store/facts.store.js';
import { ProjectionsStore } from './store/projections.store.js';
const dealFacts = (deal)=>deal === undefined ? null : {
        pricingMethod: deal.price?.method ?? null,
        disclosureCompleted: deal.disclosure?.state === 'COMPLETED'
    };
export class ContractFacts {
    constructor(facts, projections){
        this.facts = facts;
        this.projections = projections;
    }
    async of(contract, now) {
        const [subject] = await this.ofAll([
            contract
        ], now);
        if (subject === undefined) throw new Error('no facts');
        return subject;
    }
    async ofAll(contracts, now) {
        const ids = contracts.map(({ id })=>id);
        const today = legalDayOf(now);
        // One after another: inside a transaction they share its connection.
        const parameters = await this.facts.parameters(today);
        const fileKinds = await this.facts.fileKinds(ids);
        const twins = await this.facts.twins(ids);
        const deals = await this.projections.deals(contracts.flatMap(({ dealId })=>dealId ?? []));
        const organisations = await this.projections.organisations(contracts.map((contract)=>contract.applicantOrganisationId));
        return contracts.map((contract)=>{
            const applicant = organisations.get(contract.applicantOrganisationId);
            const editing = contract.state === 'DRAFT' || contract.state === 'RETURNED';
            const facts = {
                // A contract returned for correction is applied for on the day it is sent again.
                applicationDay: editing || contract.submittedAt === null ? today : legalDayOf(contract.submittedAt),
                parameters: parameters.values,
                fileKinds: fileKinds.get(contract.id) ?? [],
                twins: twins.get(contract.id) ?? [],
                deal: contract.dealId === null ? null : dealFacts(deals.get(contract.dealId)),
                applicantUscc: applicant?.uscc ?? '',
                applicantStateEstablished: applicant?.stateEstablished ?? false
            };
            return {
                contract,
                facts
            };
        });
    }
    parameters(now) {
        return this.facts.parameters(legalDayOf(now));
    }
    /** What a verdict rests on now. */ async basisOf(subject, now) {
        const { versions } = await this.parameters(now);
        return {
            ruleSet: ruleSetOf(subject.contract).id,
            parameters: versions,
            findings: findingsOf(subject).map(({ code, path, level })=>({
                    code,
                    path,
                    level
                }))
        };
    }
}
ContractFacts = _ts_decorate([
    Injectable(),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof FactsStore === "undefined" ? Object : FactsStore,
        typeof ProjectionsStore === "undefined" ? Object : ProjectionsStore
    ])
], ContractFacts);

//# sourceMappingURL=contract-facts.js.map
