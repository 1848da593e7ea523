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
import { Every, OnEvent, OnJob } from '@jihui/platform';
import { CertificatesService } from './certificates/certificates.service.js';
import { ContractEvents } from './contract-events.js';
export class ContractsHandlers {
    constructor(events, certificates){
        this.events = events;
        this.certificates = certificates;
    }
    projectOrganisation(event, _tx) {
        return this.events.organisation(event);
    }
    projectPerson(event, _tx) {
        return this.events.person(event);
    }
    projectResult(event, _tx) {
        return this.events.results([
            event.payload
        ]);
    }
    projectResults(event, _tx) {
        return this.events.results(event.payload.results);
    }
    projectDeal(event, _tx) {
        return this.events.deal(event);
    }
    renderCertificate(payload, tx) {
        return this.certificates.issue(payload.contractId, tx);
    }
    watchDeadlines(_payload, tx) {
        return this.events.watchDeadlines(tx);
    }
}
_ts_decorate([
    OnEvent('identity.organisation', 'contracts.projectOrganisation'),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof DomainEvent === "undefined" ? Object : DomainEvent,
        typeof Tx === "undefined" ? Object : Tx
    ]),
    _ts_metadata("design:returntype", typeof Promise === "undefined" ? Object : Promise)
], ContractsHandlers.prototype, "projectOrganisation", null);
_ts_decorate([
    OnEvent('identity.person', 'contracts.projectPerson'),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof DomainEvent === "undefined" ? Object : DomainEvent,
        typeof Tx === "undefined" ? Object : Tx
    ]),
    _ts_metadata("design:returntype", typeof Promise === "undefined" ? Object : Promise)
], ContractsHandlers.prototype, "projectPerson", null);
_ts_decorate([
    OnEvent('listings.result', 'contracts.projectResult'),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof DomainEvent === "undefined" ? Object : DomainEvent,
        typeof Tx === "undefined" ? Object : Tx
    ]),
    _ts_metadata("design:returntype", typeof Promise === "undefined" ? Object : Promise)
], ContractsHandlers.prototype, "projectResult", null);
_ts_decorate([
    OnEvent('listings.resultsImported', 'contracts.projectResults'),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof DomainEvent === "undefined" ? Object : DomainEvent,
        typeof Tx === "undefined" ? Object : Tx
    ]),
    _ts_metadata("design:returntype", typeof Promise === "undefined" ? Object : Promise)
], ContractsHandlers.prototype, "projectResults", null);
_ts_decorate([
    OnEvent('deals.deal', 'contracts.projectDeal'),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof DomainEvent === "undefined" ? Object : DomainEvent,
        typeof Tx === "undefined" ? Object : Tx
    ]),
    _ts_metadata("design:returntype", typeof Promise === "undefined" ? Object : Promise)
], ContractsHandlers.prototype, "projectDeal", null);
_ts_decorate([
    OnJob('contracts.renderCertificate'),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        Object,
        typeof Tx === "undefined" ? Object : Tx
    ]),
    _ts_metadata("design:returntype", typeof Promise === "undefined" ? Object : Promise)
], ContractsHandlers.prototype, "renderCertificate", null);
_ts_decorate([
    Every('contracts.watchDeadlines', '30 7 * * *'),
    OnJob('contracts.watchDeadlines'),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        Object,
        typeof Tx === "undefined" ? Object : Tx
    ]),
    _ts_metadata("design:returntype", typeof Promise === "undefined" ? Object : Promise)
], ContractsHandlers.prototype, "watchDeadlines", null);
ContractsHandlers = _ts_decorate([
    Injectable(),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ContractEvents === "undefined" ? Object : ContractEvents,
        typeof CertificatesService === "undefined" ? Object : CertificatesService
    ])
], ContractsHandlers);

//# sourceMappingURL=contracts.handlers.js.map
