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
import { Args, Context, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { CurrentActor, GraphContext, pageArgs } from '@jihui/platform';
import { ApplicationsService } from './applications.service.js';
import { CertificatesService } from './certificates/certificates.service.js';
import { ContractsQueries } from './contracts.queries.js';
export class ContractsResolver {
    constructor(queries, applications, certificates){
        this.queries = queries;
        this.applications = applications;
        this.certificates = certificates;
    }
    contract(context, id) {
        return this.queries.one(context, id);
    }
    contracts(actor, args) {
        return this.queries.list(actor, args.filter ?? {}, pageArgs(args));
    }
    registrationQueue(actor, args) {
        return this.queries.queue(actor, args.filter ?? {}, pageArgs(args));
    }
    registrationQueueCounts(actor) {
        return this.queries.queueCounts(actor);
    }
    reference({ id }, context) {
        return this.queries.one(context, id);
    }
    async files(view, context) {
        const files = await this.queries.files(context, view);
        return files.map((file)=>({
                ...file,
                url: `/files/contracts/${file.id}`
            }));
    }
    findings(view, context) {
        return this.queries.findings(context, view);
    }
    reviews(view, context) {
        return this.queries.reviews(context, view);
    }
    deadline(view, context) {
        return this.queries.deadline(context, view);
    }
    firstReviewerName(view, context) {
        return this.queries.reviewerName(context, view, 'first');
    }
    secondReviewerName(view, context) {
        return this.queries.reviewerName(context, view, 'second');
    }
    claimedByName(view, context) {
        return this.queries.holderName(context, view);
    }
    async certificate(view, context) {
        const { certificateVersion: version } = view.contract;
        if (version === 0) return null;
        const drawn = await this.queries.certificate(context, view);
        if (drawn?.version !== version) return {
            version,
            issuedAt: null,
            url: null,
            verifyUrl: null
        };
        return {
            version,
            issuedAt: drawn.issuedAt,
            url: `/files/contracts/certificates/${view.id}`,
            verifyUrl: this.certificates.verifyUrl(drawn.token)
        };
    }
    availableActions(view, context) {
        return this.queries.availableActions(context, view);
    }
    timeline(view, context) {
        return this.queries.timeline(context, view);
    }
    textViews(view, context) {
        return this.queries.textViews(context, view);
    }
    startApplication(actor, input) {
        return this.answer(actor, input, this.applications.start(actor, input));
    }
    saveApplicationDraft(actor, input) {
        return this.answer(actor, input, this.applications.save(actor, input));
    }
    removeApplicationFile(actor, input) {
        return this.answer(actor, input, this.applications.removeFile(actor, input));
    }
    submitApplication(actor, input) {
        return this.answer(actor, input, this.applications.submit(actor, input));
    }
    withdrawApplication(actor, input) {
        return this.answer(actor, input, this.applications.withdraw(actor, input));
    }
    async answer(actor, input, done) {
        const { id } = await done;
        return {
            contract: await this.queries.fresh(actor, id),
            clientMutationId: input.clientMutationId
        };
    }
}
_ts_decorate([
    Query(),
    _ts_param(0, Context()),
    _ts_param(1, Args('id')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof GraphContext === "undefined" ? Object : GraphContext,
        String
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsResolver.prototype, "contract", null);
_ts_decorate([
    Query(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof QueryContractsArgs === "undefined" ? Object : QueryContractsArgs
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsResolver.prototype, "contracts", null);
_ts_decorate([
    Query(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof QueryRegistrationQueueArgs === "undefined" ? Object : QueryRegistrationQueueArgs
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsResolver.prototype, "registrationQueue", null);
_ts_decorate([
    Query(),
    _ts_param(0, CurrentActor()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsResolver.prototype, "registrationQueueCounts", null);
_ts_decorate([
    ResolveReference(),
    _ts_param(0, Parent()),
    _ts_param(1, Context()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        Object,
        typeof GraphContext === "undefined" ? Object : GraphContext
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsResolver.prototype, "reference", null);
_ts_decorate([
    ResolveField(),
    _ts_param(0, Parent()),
    _ts_param(1, Context()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ContractView === "undefined" ? Object : ContractView,
        typeof GraphContext === "undefined" ? Object : GraphContext
    ]),
    _ts_metadata("design:returntype", Promise)
], ContractsResolver.prototype, "files", null);
_ts_decorate([
    ResolveField(),
    _ts_param(0, Parent()),
    _ts_param(1, Context()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ContractView === "undefined" ? Object : ContractView,
        typeof GraphContext === "undefined" ? Object : GraphContext
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsResolver.prototype, "findings", null);
_ts_decorate([
    ResolveField(),
    _ts_param(0, Parent()),
    _ts_param(1, Context()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ContractView === "undefined" ? Object : ContractView,
        typeof GraphContext === "undefined" ? Object : GraphContext
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsResolver.prototype, "reviews", null);
_ts_decorate([
    ResolveField(),
    _ts_param(0, Parent()),
    _ts_param(1, Context()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ContractView === "undefined" ? Object : ContractView,
        typeof GraphContext === "undefined" ? Object : GraphContext
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsResolver.prototype, "deadline", null);
_ts_decorate([
    ResolveField(),
    _ts_param(0, Parent()),
    _ts_param(1, Context()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ContractView === "undefined" ? Object : ContractView,
        typeof GraphContext === "undefined" ? Object : GraphContext
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsResolver.prototype, "firstReviewerName", null);
_ts_decorate([
    ResolveField(),
    _ts_param(0, Parent()),
    _ts_param(1, Context()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ContractView === "undefined" ? Object : ContractView,
        typeof GraphContext === "undefined" ? Object : GraphContext
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsResolver.prototype, "secondReviewerName", null);
_ts_decorate([
    ResolveField(),
    _ts_param(0, Parent()),
    _ts_param(1, Context()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ContractView === "undefined" ? Object : ContractView,
        typeof GraphContext === "undefined" ? Object : GraphContext
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsResolver.prototype, "claimedByName", null);
_ts_decorate([
    ResolveField(),
    _ts_param(0, Parent()),
    _ts_param(1, Context()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ContractView === "undefined" ? Object : ContractView,
        typeof GraphContext === "undefined" ? Object : GraphContext
    ]),
    _ts_metadata("design:returntype", Promise)
], ContractsResolver.prototype, "certificate", null);
_ts_decorate([
    ResolveField(),
    _ts_param(0, Parent()),
    _ts_param(1, Context()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ContractView === "undefined" ? Object : ContractView,
        typeof GraphContext === "undefined" ? Object : GraphContext
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsResolver.prototype, "availableActions", null);
_ts_decorate([
    ResolveField(),
    _ts_param(0, Parent()),
    _ts_param(1, Context()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ContractView === "undefined" ? Object : ContractView,
        typeof GraphContext === "undefined" ? Object : GraphContext
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsResolver.prototype, "timeline", null);
_ts_decorate([
    ResolveField(),
    _ts_param(0, Parent()),
    _ts_param(1, Context()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ContractView === "undefined" ? Object : ContractView,
        typeof GraphContext === "undefined" ? Object : GraphContext
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsResolver.prototype, "textViews", null);
_ts_decorate([
    Mutation(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args('input')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof StartApplicationInput === "undefined" ? Object : StartApplicationInput
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsResolver.prototype, "startApplication", null);
_ts_decorate([
    Mutation(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args('input')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof SaveApplicationDraftInput === "undefined" ? Object : SaveApplicationDraftInput
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsResolver.prototype, "saveApplicationDraft", null);
_ts_decorate([
    Mutation(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args('input')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof RemoveApplicationFileInput === "undefined" ? Object : RemoveApplicationFileInput
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsResolver.prototype, "removeApplicationFile", null);
_ts_decorate([
    Mutation(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args('input')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof SubmitApplicationInput === "undefined" ? Object : SubmitApplicationInput
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsResolver.prototype, "submitApplication", null);
_ts_decorate([
    Mutation(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args('input')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof WithdrawApplicationInput === "undefined" ? Object : WithdrawApplicationInput
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsResolver.prototype, "withdrawApplication", null);
ContractsResolver = _ts_decorate([
    Resolver('Contract'),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ContractsQueries === "undefined" ? Object : ContractsQueries,
        typeof ApplicationsService === "undefined" ? Object : ApplicationsService,
        typeof CertificatesService === "undefined" ? Object : CertificatesService
    ])
], ContractsResolver);
export class DealContractResolver {
    constructor(queries){
        this.queries = queries;
    }
    contract(deal, context) {
        return this.queries.ofDeal(context, deal.id);
    }
}
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
], DealContractResolver.prototype, "contract", null);
DealContractResolver = _ts_decorate([
    Resolver('Deal'),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ContractsQueries === "undefined" ? Object : ContractsQueries
    ])
], DealContractResolver);

//# sourceMappingURL=contracts.resolver.js.map
