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
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { CONTRACT_CLASSES, notFound } from '@jihui/kernel';
import { checkIds, Config, Files } from '@jihui/platform';
import { streamOf } from '../contract-changes.js';
import { factsHash, REFUSALS, sealFile, signToken, verifyToken } from '../core/certificate.js';
import { isOpenEnded } from '../core/amounts.js';
import { classOf } from '../core/contract.js';
import { ruleSetOf } from '../core/rule-sets.js';
import { ContractsStore } from '../store/contracts.store.js';
import { PartsStore } from '../store/parts.store.js';
import { ProjectionsStore } from '../store/projections.store.js';
import { CertificateKeys } from './certificate-keys.js';
import { drawCertificate } from './certificate-pdf.js';
const NOTHING = {
    genuine: false,
    reason: null,
    registrationNumber: null,
    version: null,
    status: null,
    className: null,
    registryName: null,
    registeredOn: null
};
export class CertificatesService {
    constructor(store, parts, projections, keys, files, config){
        this.store = store;
        this.parts = parts;
        this.projections = projections;
        this.keys = keys;
        this.files = files;
        this.config = config;
    }
    /** Issues the present version of a registered contract's certificate; done once, however often it is asked for. */ async issue(contractId, tx) {
        const contract = await this.store.lock(contractId);
        if (contract?.state !== 'REGISTERED') return;
        const newest = (await this.parts.certificatesOf([
            contractId
        ])).get(contractId);
        if (newest?.version === contract.certificateVersion) return;
        const facts = await this.factsOf(contract);
        const salt = randomBytes(16).toString('base64url');
        const key = this.keys.signing(contract.registeredOn ?? '');
        const payload = await payloadOf(contract, facts, salt, key.kid);
        const token = signToken(payload, key.sign);
        const pdf = await drawCertificate({
            payload,
            facts,
            verifyUrl: this.verifyUrl(token),
            ruleSetName: ruleSetOf(contract).name,
            issuedAt: tx.now
        });
        const { sha256, size } = await this.files.put(Readable.from([
            Buffer.from(sealFile(pdf, {
                token,
                facts,
                salt,
                key: key.kid
            }, key.sign))
        ]));
        const version = contract.certificateVersion;
        await this.parts.addCertificate({
            contractId,
            version,
            keyId: key.kid,
            token,
            sha256,
            size,
            issuedAt: tx.now
        });
        await tx.audit({
            stream: streamOf(contractId),
            action: 'issueCertificate',
            reason: `第${version}版`
        });
    }
    verifyUrl(token) {
        return `${this.config.publicUrl}/verify#${token}`;
    }
    publishedKeys() {
        return this.keys.published();
    }
    /** The newest file, for whoever may see the contract. @throws DomainError NOT_FOUND otherwise, or while it is drawn. */ async download(actor, contractId) {
        checkIds(contractId);
        const contract = (await this.store.byIds(actor, [
            contractId
        ])).get(contractId);
        const certificate = contract && (await this.parts.certificatesOf([
            contractId
        ])).get(contractId);
        if (certificate === undefined) throw notFound('登记证明');
        return {
            ...certificate,
            name: `技术合同登记证明-${contract?.registrationNumber ?? ''}.pdf`
        };
    }
    /** What anybody may learn from a QR code (reference A9): never parties, never amounts. */ async verify(text) {
        const verdict = await verifyToken(text.slice(0, 4_000), this.keys.published());
        if (!verdict.genuine) return {
            ...NOTHING,
            reason: REFUSALS[verdict.refusal]
        };
        const { payload } = verdict;
        const registered = await this.parts.registered(payload.number);
        return {
            genuine: true,
            reason: null,
            registrationNumber: payload.number,
            version: payload.version,
            status: registered && (payload.version < registered.certificateVersion ? 'SUPERSEDED' : 'VALID') || null,
            className: CONTRACT_CLASSES[payload.class] ?? payload.class,
            registryName: payload.registry,
            registeredOn: payload.date
        };
    }
    async factsOf(contract) {
        const { form } = contract;
        const reviewers = [
            contract.firstReviewerId,
            contract.secondReviewerId
        ].map((id)=>id ?? '');
        const names = await this.projections.personNames(reviewers.filter((id)=>id !== ''));
        const nameOf = (index)=>names.get(reviewers[index] ?? '') ?? '登记员';
        return {
            title: form.title,
            subclass: form.subclass ?? '',
            sellers: form.sellers.map(({ name })=>name),
            buyers: form.buyers.map(({ name })=>name),
            signedOn: form.signedOn ?? '',
            effectiveFrom: form.effectiveFrom ?? '',
            effectiveTo: form.effectiveTo ?? '',
            total: form.money.total ?? 0,
            technical: form.money.technical ?? 0,
            amountOpen: isOpenEnded(form.money),
            acceptanceNumber: contract.acceptanceNumber ?? '',
            nationalRegNo: contract.nationalRegNo,
            firstReviewer: nameOf(0),
            secondReviewer: nameOf(1),
            ruleSet: ruleSetOf(contract).id
        };
    }
}
CertificatesService = _ts_decorate([
    Injectable(),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ContractsStore === "undefined" ? Object : ContractsStore,
        typeof PartsStore === "undefined" ? Object : PartsStore,
        typeof ProjectionsStore === "undefined" ? Object : ProjectionsStore,
        typeof CertificateKeys === "undefined" ? Object : CertificateKeys,
        typeof Files === "undefined" ? Object : Files,
        typeof Config === "undefined" ? Object : Config
    ])
], CertificatesService);
const payloadOf = async (contract, facts, salt, key)=>({
        v: 1,
        key,
        number: contract.registrationNumber ?? '',
        version: contract.certificateVersion,
        class: classOf(contract.form.subclass) ?? '',
        registry: contract.registry?.name ?? '',
        date: contract.registeredOn ?? '',
        facts: await factsHash(facts, salt)
    });

//# sourceMappingURL=certificates.service.js.map
