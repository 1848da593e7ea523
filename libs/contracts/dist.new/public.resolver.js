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
function _ts_param(paramIndex, decorator) {
    return function(target, key) {
        decorator(target, key, paramIndex);
    };
}
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, GraphContext, pageArgs } from '@jihui/platform';
import { CertificatesService } from './certificates/certificates.service.js';
import { ContractsQueries } from './contracts.queries.js';
import { StatisticsQueries } from './statistics.queries.js';
export class PublicContractsResolver {
    constructor(statistics, certificates, queries){
        this.statistics = statistics;
        this.certificates = certificates;
        this.queries = queries;
    }
    registeredContractsStatistics(args) {
        return this.statistics.figures(args);
    }
    registeredContractsRows(actor, args) {
        return this.statistics.rows(actor, args, pageArgs(args));
    }
    verifyCertificate(payload) {
        return this.certificates.verify(payload);
    }
    contract(row, context) {
        return this.queries.one(context, row.contractId);
    }
}
_ts_decorate([
    Query(),
    _ts_param(0, Args()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof QueryRegisteredContractsStatisticsArgs === "undefined" ? Object : QueryRegisteredContractsStatisticsArgs
    ]),
    _ts_metadata("design:returntype", void 0)
], PublicContractsResolver.prototype, "registeredContractsStatistics", null);
_ts_decorate([
    Query(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof QueryRegisteredContractsRowsArgs === "undefined" ? Object : QueryRegisteredContractsRowsArgs
    ]),
    _ts_metadata("design:returntype", void 0)
], PublicContractsResolver.prototype, "registeredContractsRows", null);
_ts_decorate([
    Query(),
    _ts_param(0, Args('payload')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        String
    ]),
    _ts_metadata("design:returntype", void 0)
], PublicContractsResolver.prototype, "verifyCertificate", null);
_ts_decorate([
    ResolveField(),
    _ts_param(0, Parent()),
    _ts_param(1, Context()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        Object,
        typeof GraphContext === "undefined" ? Object : GraphContext
    ]),
    _ts_metadata("design:returntype", void 0)
], PublicContractsResolver.prototype, "contract", null);
PublicContractsResolver = _ts_decorate([
    Resolver('ContractLedgerRow'),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof StatisticsQueries === "undefined" ? Object : StatisticsQueries,
        typeof CertificatesService === "undefined" ? Object : CertificatesService,
        typeof ContractsQueries === "undefined" ? Object : ContractsQueries
    ])
], PublicContractsResolver);

//# sourceMappingURL=public.resolver.js.map
