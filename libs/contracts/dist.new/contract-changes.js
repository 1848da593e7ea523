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
import { Codes, DomainError, notFound } from '@jihui/kernel';
import { checkIds, staleVersion, uuidv7, Work } from '@jihui/platform';
import { ContractFacts } from './contract-facts.js';
import { snapshotOf } from './contract-snapshot.js';
import { contractMachine } from './core/perform.js';
import { sightOf } from './core/sight.js';
import { ContractsStore } from './store/contracts.store.js';
import { PartsStore } from './store/parts.store.js';
export const streamOf = (contractId)=>`Contract:${contractId}`;
export const textStreamOf = (contractId)=>`ContractText:${contractId}`;
export function personOf(actor) {
    if (actor.kind !== 'person') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
    return actor.personId;
}
export class ContractChanges {
    constructor(work, store, parts, facts){
        this.work = work;
        this.store = store;
        this.parts = parts;
        this.facts = facts;
    }
    /**
   * Carries out the verb in one transaction.
   * @throws DomainError NOT_FOUND for what the actor may not see; STALE_VERSION when somebody changed it
   * meanwhile; what the machine refuses; what `carryOut` throws.
   */ async perform(actor, name, action, target, carryOut) {
        const command = {
            domain: 'contracts',
            name,
            actor,
            clientMutationId: target.clientMutationId,
            input: target
        };
        checkIds(target.id);
        return this.work.run(command, async (tx)=>{
            const contract = await this.visible(actor, target.id);
            if (contract.version !== target.expectedVersion) throw staleVersion();
            await this.apply(tx, actor, contract, action, carryOut);
            return {
                id: contract.id
            };
        });
    }
    /** The same without an expected version, for files: adding one never undoes another's change. */ async performNow(actor, name, action, id, carryOut) {
        checkIds(id);
        return this.work.run({
            domain: 'contracts',
            name,
            actor
        }, async (tx)=>{
            const contract = await this.visible(actor, id);
            let answer;
            await this.apply(tx, actor, contract, action, async (change, state)=>{
                const done = await carryOut(change, state);
                answer = done.answer;
                return done.outcome;
            });
            return answer;
        });
    }
    /** Whether the actor could do it now; changes nothing. @throws what {@link perform} would. */ async performDry(actor, action, id) {
        checkIds(id);
        await this.work.run({
            domain: 'contracts',
            name: 'check',
            actor
        }, async (tx)=>{
            const subject = await this.facts.of(await this.visible(actor, id), tx.now);
            contractMachine.perform(subject, action, actor, tx.now);
        });
    }
    /** Every view of a file is recorded, in a stream of its own, before a byte is sent (reference A7). */ async recordView(actor, file) {
        await this.work.run({
            domain: 'contracts',
            name: 'viewFile',
            actor
        }, (tx)=>tx.audit({
                stream: textStreamOf(file.contractId),
                action: 'viewText',
                reason: file.name
            }));
    }
    async visible(actor, id) {
        const contract = await this.store.lock(id);
        if (contract === undefined || sightOf(actor, contract) === 'NONE') throw notFound('登记申请');
        return contract;
    }
    async apply(tx, actor, contract, action, carryOut) {
        const subject = await this.facts.of(contract, tx.now);
        const state = contractMachine.perform(subject, action, actor, tx.now);
        const outcome = await carryOut({
            tx,
            subject,
            personId: personOf(actor)
        }, state);
        const decided = {
            ...contract,
            ...outcome.patch,
            state,
            version: contract.version + 1
        };
        if (outcome.review) await this.note(tx, personOf(actor), {
            ...subject,
            contract: decided
        }, outcome.review);
        const next = {
            ...decided,
            ...await outcome.last?.()
        };
        await this.store.save(contract, next);
        await outcome.beside?.(next);
        await this.tell(tx, action, next, {
            before: contract,
            reason: outcome.reason
        });
    }
    /** Writes the history and tells the other domains. */ async tell(tx, action, contract, past = {}) {
        await tx.audit({
            stream: streamOf(contract.id),
            action,
            ...past.before === undefined ? {} : {
                before: past.before
            },
            after: contract,
            reason: past.reason ?? null
        });
        await tx.emit('contracts.contract', {
            aggregateId: contract.id,
            version: contract.version,
            action,
            payload: snapshotOf(contract)
        });
    }
    async note(tx, reviewerId, subject, note) {
        await this.parts.addReview({
            id: uuidv7(),
            contractId: subject.contract.id,
            stage: note.stage,
            verdict: note.verdict,
            reviewerId,
            opinion: note.opinion,
            grounds: note.grounds ?? [],
            deficiencies: note.deficiencies ?? [],
            basis: await this.facts.basisOf(subject, tx.now),
            at: tx.now
        });
    }
}
ContractChanges = _ts_decorate([
    Injectable(),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Work === "undefined" ? Object : Work,
        typeof ContractsStore === "undefined" ? Object : ContractsStore,
        typeof PartsStore === "undefined" ? Object : PartsStore,
        typeof ContractFacts === "undefined" ? Object : ContractFacts
    ])
], ContractChanges);

//# sourceMappingURL=contract-changes.js.map
