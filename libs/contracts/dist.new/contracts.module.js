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
import { Module } from '@nestjs/common';
import { registerParameters } from '@jihui/platform';
import { ApplicationsService } from './applications.service.js';
import { CertificateKeys } from './certificates/certificate-keys.js';
import { CertificatesService } from './certificates/certificates.service.js';
import { ContractChanges } from './contract-changes.js';
import { ContractEvents } from './contract-events.js';
import { ContractFacts } from './contract-facts.js';
import { ContractsController } from './contracts.controller.js';
import { ContractsHandlers } from './contracts.handlers.js';
import { ContractsQueries } from './contracts.queries.js';
import { ContractsResolver, DealContractResolver } from './contracts.resolver.js';
import { CONTRACT_PARAMETERS } from './core/parameters.js';
import { PublicContractsResolver } from './public.resolver.js';
import { QueueExport } from './queue-export.js';
import { RegistrationService } from './registration.service.js';
import { ReviewsResolver } from './reviews.resolver.js';
import { ReviewsService } from './reviews.service.js';
import { SignedDeals } from './signed-deals.js';
import { StatisticsQueries } from './statistics.queries.js';
import { ContractsStore } from './store/contracts.store.js';
import { FactsStore } from './store/facts.store.js';
import { LedgerStore } from './store/ledger.store.js';
import { PartsStore } from './store/parts.store.js';
import { ProjectionsStore } from './store/projections.store.js';
registerParameters(CONTRACT_PARAMETERS.map(({ name, value, source })=>({
        name,
        value,
        effectiveFrom: '2020-01-01',
        source
    })));
export class ContractsModule {
}
ContractsModule = _ts_decorate([
    Module({
        controllers: [
            ContractsController
        ],
        providers: [
            ContractsStore,
            PartsStore,
            FactsStore,
            LedgerStore,
            ProjectionsStore,
            ContractFacts,
            ContractChanges,
            ContractEvents,
            SignedDeals,
            ApplicationsService,
            ReviewsService,
            RegistrationService,
            CertificateKeys,
            CertificatesService,
            ContractsQueries,
            StatisticsQueries,
            QueueExport,
            ContractsHandlers,
            ContractsResolver,
            DealContractResolver,
            ReviewsResolver,
            PublicContractsResolver
        ]
    })
], ContractsModule);

//# sourceMappingURL=contracts.module.js.map
