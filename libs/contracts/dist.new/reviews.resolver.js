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
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor } from '@jihui/platform';
import { ContractsQueries } from './contracts.queries.js';
import { RegistrationService } from './registration.service.js';
import { ReviewsService } from './reviews.service.js';
export class ReviewsResolver {
    constructor(queries, reviews, registration){
        this.queries = queries;
        this.reviews = reviews;
        this.registration = registration;
    }
    acceptApplication(actor, input) {
        return this.answer(actor, input, this.reviews.accept(actor, input));
    }
    declineApplication(actor, input) {
        return this.answer(actor, input, this.reviews.decline(actor, input));
    }
    returnApplication(actor, input) {
        return this.answer(actor, input, this.reviews.return(actor, input));
    }
    claimReview(actor, input) {
        return this.answer(actor, input, this.reviews.claim(actor, input));
    }
    releaseReview(actor, input) {
        return this.answer(actor, input, this.reviews.release(actor, input));
    }
    passFirstReview(actor, input) {
        return this.answer(actor, input, this.reviews.passFirst(actor, input));
    }
    proposeRejection(actor, input) {
        return this.answer(actor, input, this.reviews.proposeRejection(actor, input));
    }
    sendBackToFirstReview(actor, input) {
        return this.answer(actor, input, this.reviews.sendBack(actor, input));
    }
    sendToExpertReview(actor, input) {
        return this.answer(actor, input, this.reviews.sendToExperts(actor, input));
    }
    recordExpertOpinion(actor, input) {
        return this.answer(actor, input, this.reviews.recordExpertOpinion(actor, input));
    }
    passSecondReview(actor, input) {
        return this.answer(actor, input, this.registration.passSecond(actor, input));
    }
    rejectApplication(actor, input) {
        return this.answer(actor, input, this.reviews.reject(actor, input));
    }
    recordNationalNumber(actor, input) {
        return this.answer(actor, input, this.registration.recordNationalNumber(actor, input));
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
    Mutation(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args('input')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof AcceptApplicationInput === "undefined" ? Object : AcceptApplicationInput
    ]),
    _ts_metadata("design:returntype", void 0)
], ReviewsResolver.prototype, "acceptApplication", null);
_ts_decorate([
    Mutation(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args('input')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof DeclineApplicationInput === "undefined" ? Object : DeclineApplicationInput
    ]),
    _ts_metadata("design:returntype", void 0)
], ReviewsResolver.prototype, "declineApplication", null);
_ts_decorate([
    Mutation(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args('input')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof ReturnApplicationInput === "undefined" ? Object : ReturnApplicationInput
    ]),
    _ts_metadata("design:returntype", void 0)
], ReviewsResolver.prototype, "returnApplication", null);
_ts_decorate([
    Mutation(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args('input')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof ClaimReviewInput === "undefined" ? Object : ClaimReviewInput
    ]),
    _ts_metadata("design:returntype", void 0)
], ReviewsResolver.prototype, "claimReview", null);
_ts_decorate([
    Mutation(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args('input')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof ReleaseReviewInput === "undefined" ? Object : ReleaseReviewInput
    ]),
    _ts_metadata("design:returntype", void 0)
], ReviewsResolver.prototype, "releaseReview", null);
_ts_decorate([
    Mutation(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args('input')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof PassFirstReviewInput === "undefined" ? Object : PassFirstReviewInput
    ]),
    _ts_metadata("design:returntype", void 0)
], ReviewsResolver.prototype, "passFirstReview", null);
_ts_decorate([
    Mutation(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args('input')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof ProposeRejectionInput === "undefined" ? Object : ProposeRejectionInput
    ]),
    _ts_metadata("design:returntype", void 0)
], ReviewsResolver.prototype, "proposeRejection", null);
_ts_decorate([
    Mutation(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args('input')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof SendBackToFirstReviewInput === "undefined" ? Object : SendBackToFirstReviewInput
    ]),
    _ts_metadata("design:returntype", void 0)
], ReviewsResolver.prototype, "sendBackToFirstReview", null);
_ts_decorate([
    Mutation(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args('input')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof SendToExpertReviewInput === "undefined" ? Object : SendToExpertReviewInput
    ]),
    _ts_metadata("design:returntype", void 0)
], ReviewsResolver.prototype, "sendToExpertReview", null);
_ts_decorate([
    Mutation(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args('input')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof RecordExpertOpinionInput === "undefined" ? Object : RecordExpertOpinionInput
    ]),
    _ts_metadata("design:returntype", void 0)
], ReviewsResolver.prototype, "recordExpertOpinion", null);
_ts_decorate([
    Mutation(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args('input')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof PassSecondReviewInput === "undefined" ? Object : PassSecondReviewInput
    ]),
    _ts_metadata("design:returntype", void 0)
], ReviewsResolver.prototype, "passSecondReview", null);
_ts_decorate([
    Mutation(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args('input')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof RejectApplicationInput === "undefined" ? Object : RejectApplicationInput
    ]),
    _ts_metadata("design:returntype", void 0)
], ReviewsResolver.prototype, "rejectApplication", null);
_ts_decorate([
    Mutation(),
    _ts_param(0, CurrentActor()),
    _ts_param(1, Args('input')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof RecordNationalNumberInput === "undefined" ? Object : RecordNationalNumberInput
    ]),
    _ts_metadata("design:returntype", void 0)
], ReviewsResolver.prototype, "recordNationalNumber", null);
ReviewsResolver = _ts_decorate([
    Resolver(),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ContractsQueries === "undefined" ? Object : ContractsQueries,
        typeof ReviewsService === "undefined" ? Object : ReviewsService,
        typeof RegistrationService === "undefined" ? Object : RegistrationService
    ])
], ReviewsResolver);

//# sourceMappingURL=reviews.resolver.js.map
