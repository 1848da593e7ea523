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
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Codes, DomainError } from '@jihui/kernel';
import { Files, receiveFile, RequestActor, sendFile } from '@jihui/platform';
import { ApplicationsService } from './applications.service.js';
import { CertificatesService } from './certificates/certificates.service.js';
import { QueueExport } from './queue-export.js';
export class ContractsController {
    constructor(applications, certificates, queue, files){
        this.applications = applications;
        this.certificates = certificates;
        this.queue = queue;
        this.files = files;
    }
    /** Multipart: `contractId`, `kind` (ContractFileKind), then the file. Answers the file and the contract's new version. */ async upload(actor, request) {
        const received = await receiveFile(request, this.files, {
            before: async ({ contractId = '', kind = '' })=>this.applications.checkUpload(actor, contractId, kind)
        });
        const { fields, ...file } = received;
        const { contractId = '', kind = '' } = fields;
        const added = await this.applications.addFile(actor, {
            ...file,
            contractId,
            kind
        });
        const { id, name, type, size, sha256, version } = added;
        return {
            id,
            contractId,
            kind,
            name,
            type,
            size,
            sha256,
            version,
            url: `/files/contracts/${id}`
        };
    }
    async read(actor, id, reply) {
        return sendFile(reply, this.files, await this.applications.openFile(actor, id));
    }
    async certificate(actor, contractId, reply) {
        const { sha256, size, name } = await this.certificates.download(actor, contractId);
        return sendFile(reply, this.files, {
            sha256,
            size,
            name,
            type: 'application/pdf'
        });
    }
    /** The registrar's queue as CSV, for a spreadsheet. */ async queueCsv(actor, reply) {
        if (actor.kind !== 'person') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
        const text = await this.queue.csv(actor);
        void reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="registration-queue.csv"').header('cache-control', 'private, no-store').send(text);
    }
    /** Public keys with their validity: all that is needed to check a certificate without this server. */ keys(reply) {
        void reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=3600');
        return {
            keys: this.certificates.publishedKeys()
        };
    }
    /** The same as the query verifyCertificate, for whoever has no GraphQL. */ verify(payload) {
        return this.certificates.verify(payload ?? '');
    }
}
_ts_decorate([
    Post('files/contracts'),
    _ts_param(0, RequestActor()),
    _ts_param(1, Req()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof FastifyRequest === "undefined" ? Object : FastifyRequest
    ]),
    _ts_metadata("design:returntype", Promise)
], ContractsController.prototype, "upload", null);
_ts_decorate([
    Get('files/contracts/:id'),
    _ts_param(0, RequestActor()),
    _ts_param(1, Param('id')),
    _ts_param(2, Res()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        String,
        typeof FastifyReply === "undefined" ? Object : FastifyReply
    ]),
    _ts_metadata("design:returntype", Promise)
], ContractsController.prototype, "read", null);
_ts_decorate([
    Get('files/contracts/certificates/:contractId'),
    _ts_param(0, RequestActor()),
    _ts_param(1, Param('contractId')),
    _ts_param(2, Res()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        String,
        typeof FastifyReply === "undefined" ? Object : FastifyReply
    ]),
    _ts_metadata("design:returntype", Promise)
], ContractsController.prototype, "certificate", null);
_ts_decorate([
    Get('files/contracts/exports/queue.csv'),
    _ts_param(0, RequestActor()),
    _ts_param(1, Res()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Actor === "undefined" ? Object : Actor,
        typeof FastifyReply === "undefined" ? Object : FastifyReply
    ]),
    _ts_metadata("design:returntype", Promise)
], ContractsController.prototype, "queueCsv", null);
_ts_decorate([
    Get('.well-known/jihui-certificate-keys.json'),
    _ts_param(0, Res({
        passthrough: true
    })),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof FastifyReply === "undefined" ? Object : FastifyReply
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsController.prototype, "keys", null);
_ts_decorate([
    Get('files/contracts/verifications'),
    _ts_param(0, Query('payload')),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        Object
    ]),
    _ts_metadata("design:returntype", void 0)
], ContractsController.prototype, "verify", null);
ContractsController = _ts_decorate([
    Controller(),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ApplicationsService === "undefined" ? Object : ApplicationsService,
        typeof CertificatesService === "undefined" ? Object : CertificatesService,
        typeof QueueExport === "undefined" ? Object : QueueExport,
        typeof Files === "undefined" ? Object : Files
    ])
], ContractsController);

//# sourceMappingURL=contracts.controller.js.map
