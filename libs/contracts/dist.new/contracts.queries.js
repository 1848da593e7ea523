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
import { Audit, BusinessClock, HolidayCalendars, isUuid } from '@jihui/platform';
import { streamOf, textStreamOf } from './contract-changes.js';
import { ContractFacts } from './contract-facts.js';
import { groundsOf, hasFindings, viewOf } from './contract.view.js';
import { colourBounds, colourOf, workingDaysLeft } from './core/deadline.js';
import { CLOCK_RUNS } from './core/lifecycle.js';
import { contractMachine } from './core/perform.js';
import { holderOf } from './core/reviewers.js';
import { findingsOf } from './core/rule-sets.js';
import { timelineFor } from './core/timeline.js';
import { ContractsStore } from './store/contracts.store.js';
import { PartsStore } from './store/parts.store.js';
import { ProjectionsStore } from './store/projections.store.js';
const present = (page, toNode)=>({
        ...page,
        edges: page.edges.map(({ cursor, node })=>({
                cursor,
                node: toNode(node)
            }))
    });
/** A key of the case loader: a changed contract is another case, even within one request. */ const keyOf = ({ id, version })=>`${id}/${version}`;
export class ContractsQueries {
    constructor(store, parts, projections, facts, audit, clock, calendars){
        this.store = store;
        this.parts = parts;
        this.projections = projections;
        this.facts = facts;
        this.audit = audit;
        this.clock = clock;
        this.calendars = calendars;
    }
    /** As it is in the database now: for the answer of a mutation. */ async fresh(actor, id) {
        if (!isUuid(id)) return null;
        const contract = (await this.store.byIds(actor, [
            id
        ])).get(id);
        return contract ? viewOf(actor, contract) : null;
    }
    async one(context, id) {
        if (!isUuid(id)) return null;
        const contract = await context.load('contracts.contract', (ids)=>this.store.byIds(context.actor, ids), id);
        return contract ? viewOf(context.actor, contract) : null;
    }
    async ofDeal(context, dealId) {
        const contract = await context.load('contracts.ofDeal', (ids)=>this.store.byDeals(context.actor, ids), dealId);
        return contract ? viewOf(context.actor, contract) : null;
    }
    async list(actor, filter, args) {
        if ([
            filter.dealId,
            filter.applicantOrganisationId
        ].some((id)=>id != null && !isUuid(id))) return this.list(actor, {
            states: []
        }, args);
        return present(await this.store.list(actor, filter, args), (contract)=>viewOf(actor, contract));
    }
    async queue(actor, filter, args) {
        const page = await this.store.queue(actor, filter, await this.bounds(), args);
        return present(page, (contract)=>viewOf(actor, contract));
    }
    async queueCounts(actor) {
        return this.store.queueCounts(actor, await this.bounds());
    }
    /** A confirmed party sees the very text it signed; the experts' opinion is the registry's. */ async files(context, view) {
        if (view.sight === 'BUREAU' || view.sight === 'NONE') return [];
        const files = await context.load('contracts.files', (ids)=>this.parts.filesOf(ids), view.id) ?? [];
        if (view.sight === 'PARTY') return files.filter(({ signed })=>signed);
        return view.sight === 'REGISTRY' ? files : files.filter(({ kind })=>kind !== 'EXPERT_OPINION');
    }
    async findings(context, view) {
        return hasFindings(view) ? findingsOf(await this.caseOf(context, view)) : [];
    }
    async availableActions(context, view) {
        return contractMachine.availableActions(context.actor, await this.caseOf(context, view), await this.now(context));
    }
    async reviews(context, view) {
        if (view.sight !== 'REGISTRY') return [];
        const reviews = await context.load('contracts.reviews', (ids)=>this.parts.reviewsOf(ids), view.id) ?? [];
        return Promise.all(reviews.map(async (review)=>({
                ...review,
                grounds: groundsOf(review.grounds),
                reviewerName: await this.personName(context, review.reviewerId) ?? '登记员'
            })));
    }
    async deadline(context, view) {
        if (view.dueOn === null || !CLOCK_RUNS.includes(view.state)) return null;
        const [calendar, bounds, now] = await Promise.all([
            this.once(context, 'calendar', ()=>this.calendars.calendar()),
            this.once(context, 'bounds', ()=>this.bounds()),
            this.now(context)
        ]);
        return {
            dueOn: view.dueOn,
            workingDaysLeft: workingDaysLeft(legalDayOf(now), view.dueOn, calendar),
            colour: colourOf(view.dueOn, bounds)
        };
    }
    /** Names of reviewers stand on the certificate; before that they are the registry's own matter. */ async reviewerName(context, view, stage) {
        const { firstReviewerId, secondReviewerId } = view.contract;
        const id = stage === 'first' ? firstReviewerId : secondReviewerId;
        if (view.sight !== 'REGISTRY' && view.state !== 'REGISTERED') return null;
        return id === null ? null : await this.personName(context, id) ?? null;
    }
    async holderName(context, view) {
        const holder = holderOf(view.contract);
        if (view.sight !== 'REGISTRY' || holder === null) return null;
        return await this.personName(context, holder) ?? '登记员';
    }
    certificate(context, view) {
        return context.load('contracts.certificates', (ids)=>this.parts.certificatesOf(ids), view.id);
    }
    async timeline(context, view) {
        return timelineFor(view.sight, await this.stream(context, streamOf(view.id)));
    }
    /** Who opened which text, for the applicant and the registry. */ async textViews(context, view) {
        if (view.sight !== 'APPLICANT' && view.sight !== 'REGISTRY') return [];
        const entries = await this.stream(context, textStreamOf(view.id));
        return Promise.all(entries.map(async ({ at, actor, reason })=>({
                at,
                personName: (actor && await this.personName(context, actor.id)) ?? '未知人员',
                fileName: reason ?? ''
            })));
    }
    async stream(context, stream) {
        return await context.load('contracts.streams', (names)=>this.audit.timelines('contracts', names), stream) ?? [];
    }
    personName(context, id) {
        return context.load('contracts.personNames', (ids)=>this.projections.personNames(ids), id);
    }
    async caseOf(context, view) {
        const batch = async (keys)=>{
            const ids = keys.map((key)=>key.split('/')[0] ?? '');
            const contracts = [
                ...(await this.store.byIds(context.actor, ids)).values()
            ];
            const cases = await this.facts.ofAll(contracts, await this.now(context));
            return new Map(cases.map((subject)=>[
                    `${subject.contract.id}/${subject.contract.version}`,
                    subject
                ]));
        };
        const found = await context.load('contracts.cases', batch, keyOf(view));
        // Changed by somebody between two statements of this request: judged by what was shown.
        return found ?? this.facts.of(view.contract, await this.now(context));
    }
    now(context) {
        return this.once(context, 'now', ()=>this.clock.now());
    }
    async bounds() {
        const now = await this.clock.now();
        const [{ values }, calendar] = await Promise.all([
            this.facts.parameters(now),
            this.calendars.calendar()
        ]);
        return colourBounds(legalDayOf(now), values.amberWorkingDays, calendar);
    }
    /** One value a request. */ async once(context, name, read) {
        const value = await context.load(`contracts.once.${name}`, async ()=>[
                await read()
            ], name);
        if (value === undefined) throw new Error(`${name} was not read`);
        return value;
    }
}
ContractsQueries = _ts_decorate([
    Injectable(),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ContractsStore === "undefined" ? Object : ContractsStore,
        typeof PartsStore === "undefined" ? Object : PartsStore,
        typeof ProjectionsStore === "undefined" ? Object : ProjectionsStore,
        typeof ContractFacts === "undefined" ? Object : ContractFacts,
        typeof Audit === "undefined" ? Object : Audit,
        typeof BusinessClock === "undefined" ? Object : BusinessClock,
        typeof HolidayCalendars === "undefined" ? Object : HolidayCalendars
    ])
], ContractsQueries);

//# sourceMappingURL=contracts.queries.js.map
