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
import { cleanText, legalDayOf, refuseIf, toHalfWidth } from '@jihui/kernel';
import { uuidv7 } from '@jihui/platform';
import { ContractChanges } from './contract-changes.js';
import { nationalNumberViolations } from './core/decisions.js';
import { ledgerEntry } from './core/ledger.js';
import { registrationNumber } from './core/numbers.js';
import { opinionOf } from './reviews.service.js';
import { LedgerStore } from './store/ledger.store.js';
import { PartsStore } from './store/parts.store.js';
export class RegistrationService {
    constructor(changes, parts, ledger){
        this.changes = changes;
        this.parts = parts;
        this.ledger = ledger;
    }
    /**
   * 复核通过并登记. The number is of the legal year of registration at the contract's registry; whoever
   * registers there at the same moment waits for it, so it is taken when all else is decided.
   */ async passSecond(actor, input) {
        const opinion = opinionOf(input);
        return this.changes.perform(actor, 'passSecondReview', 'passSecond', input, async ({ tx, subject, personId })=>{
            const { contract } = subject;
            const registeredOn = legalDayOf(tx.now);
            const year = Number(registeredOn.slice(0, 4));
            const registry = contract.registry?.divisionCode ?? '';
            await tx.addJob('contracts.renderCertificate', {
                contractId: contract.id
            });
            return {
                patch: {
                    secondReviewerId: personId,
                    registeredAt: tx.now,
                    registeredOn,
                    certificateVersion: 1
                },
                reason: opinion,
                review: {
                    stage: 'SECOND',
                    verdict: 'PASS',
                    opinion
                },
                last: async ()=>({
                        registrationNumber: registrationNumber(year, registry, await this.parts.nextSerial('REGISTRATION', year, registry))
                    }),
                beside: (next)=>this.ledger.append({
                        id: uuidv7(),
                        ...ledgerEntry(next)
                    })
            };
        });
    }
    /** 回填全国登记号: kept apart from the platform's own, and printed on the next version of the certificate. */ async recordNationalNumber(actor, input) {
        const nationalRegNo = toHalfWidth(cleanText(input.nationalRegNo)).toUpperCase();
        refuseIf(nationalNumberViolations(nationalRegNo));
        return this.changes.perform(actor, 'recordNationalNumber', 'recordNationalNumber', input, async ({ tx, subject })=>{
            await tx.addJob('contracts.renderCertificate', {
                contractId: subject.contract.id
            });
            return {
                patch: {
                    nationalRegNo,
                    certificateVersion: subject.contract.certificateVersion + 1
                },
                reason: nationalRegNo
            };
        });
    }
}
RegistrationService = _ts_decorate([
    Injectable(),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ContractChanges === "undefined" ? Object : ContractChanges,
        typeof PartsStore === "undefined" ? Object : PartsStore,
        typeof LedgerStore === "undefined" ? Object : LedgerStore
    ])
], RegistrationService);

//# sourceMappingURL=registration.service.js.map
