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
import { legalDayOf, system } from '@jihui/kernel';
import { HolidayCalendars, Work } from '@jihui/platform';
import { ContractFacts } from './contract-facts.js';
import { snapshotOf } from './contract-snapshot.js';
import { colourBounds } from './core/deadline.js';
import { ContractsStore } from './store/contracts.store.js';
import { ProjectionsStore } from './store/projections.store.js';
const FIRST = '00000000-0000-0000-0000-000000000000';
const BATCH = 200;
export class ContractEvents {
    constructor(projections, store, facts, calendars, work){
        this.projections = projections;
        this.store = store;
        this.facts = facts;
        this.calendars = calendars;
        this.work = work;
    }
    organisation(event) {
        return this.projections.putOrganisation(event.payload, event.version);
    }
    person(event) {
        return this.projections.putPerson(event.payload, event.version);
    }
    results(results) {
        return this.projections.putResults(results);
    }
    deal(event) {
        return this.projections.putDeal(event.payload, event.version);
    }
    /**
   * Tells of open applications whose deadline has come near, once a deadline: `deadlineNear` with the
   * present snapshot, to which no projection changes anything.
   */ async watchDeadlines(tx) {
        const { values } = await this.facts.parameters(tx.now);
        const { amberUntil } = colourBounds(legalDayOf(tx.now), values.amberWorkingDays, await this.calendars.calendar());
        for (const contract of (await this.store.markNear(amberUntil)))await this.tell(tx, contract, 'deadlineNear');
    }
    async republish(since) {
        let count = 0;
        for(let after = FIRST; after !== undefined;){
            const from = after;
            const batch = await this.work.run({
                domain: 'contracts',
                name: 'republish',
                actor: system('republish')
            }, async (tx)=>{
                const changed = await this.store.changedSince(since, from, BATCH);
                for (const contract of changed)await this.tell(tx, contract, 'republish');
                return changed;
            });
            count += batch.length;
            after = batch.at(-1)?.id;
        }
        return count;
    }
    tell(tx, contract, action) {
        return tx.emit('contracts.contract', {
            aggregateId: contract.id,
            version: contract.version,
            action,
            payload: snapshotOf(contract)
        });
    }
}
ContractEvents = _ts_decorate([
    Injectable(),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ProjectionsStore === "undefined" ? Object : ProjectionsStore,
        typeof ContractsStore === "undefined" ? Object : ContractsStore,
        typeof ContractFacts === "undefined" ? Object : ContractFacts,
        typeof HolidayCalendars === "undefined" ? Object : HolidayCalendars,
        typeof Work === "undefined" ? Object : Work
    ])
], ContractEvents);

//# sourceMappingURL=contract-events.js.map
