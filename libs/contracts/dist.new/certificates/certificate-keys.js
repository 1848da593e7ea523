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
import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { legalDayOf } from '@jihui/kernel';
import { Config, uuidv7 } from '@jihui/platform';
const FIRST = 'certificate-1.json';
/** Short, and the same for the same key wherever it is computed. */ const kidOf = (x)=>`c${createHash('sha256').update(x).digest('hex').slice(0, 15)}`;
function newKey() {
    const pair = generateKeyPairSync('ed25519');
    const { x } = pair.publicKey.export({
        format: 'jwk'
    });
    if (x === undefined) throw new Error('a public key without x');
    return {
        kid: kidOf(x),
        kty: 'OKP',
        crv: 'Ed25519',
        x,
        // The machine's own day: business time never runs behind it, so no certificate is dated before its key.
        validFrom: legalDayOf(new Date()),
        validTo: null,
        privateKey: pair.privateKey.export({
            type: 'pkcs8',
            format: 'pem'
        }).toString()
    };
}
export class CertificateKeys {
    constructor(config){
        this.config = config;
        this.keys = [];
    }
    async onModuleInit() {
        await mkdir(this.folder, {
            recursive: true,
            mode: 0o700
        });
        await this.createFirst();
        const names = (await readdir(this.folder)).filter((name)=>/^certificate-.+\.json$/.test(name));
        const files = await Promise.all(names.map((name)=>readFile(join(this.folder, name), 'utf8')));
        this.keys = files.map((text)=>JSON.parse(text)).sort((a, b)=>a.validFrom < b.validFrom ? 1 : -1);
    }
    published() {
        return this.keys.map(({ kid, kty, crv, x, validFrom, validTo })=>({
                kid,
                kty,
                crv,
                x,
                validFrom,
                validTo
            }));
    }
    /** The key that signs on that day. @throws Error when none is in force. */ signing(day) {
        const key = this.keys.find(({ validFrom, validTo })=>validFrom <= day && (validTo === null || day <= validTo));
        if (key === undefined) throw new Error(`no certificate key is in force on ${day}`);
        const privateKey = createPrivateKey(key.privateKey);
        return {
            kid: key.kid,
            sign: (bytes)=>new Uint8Array(sign(null, bytes, privateKey))
        };
    }
    /** Written whole under another name, then linked: of several processes starting at once one wins. */ async createFirst() {
        const part = join(this.folder, `.${uuidv7()}`);
        await writeFile(part, JSON.stringify(newKey(), null, 2), {
            mode: 0o600,
            flag: 'wx'
        });
        try {
            await link(part, join(this.folder, FIRST));
        } catch (error) {
            if (error.code !== 'EEXIST') throw error;
        } finally{
            await rm(part, {
                force: true
            });
        }
    }
    get folder() {
        return join(this.config.dataDir, 'keys');
    }
}
CertificateKeys = _ts_decorate([
    Injectable(),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Config === "undefined" ? Object : Config
    ])
], CertificateKeys);

//# sourceMappingURL=certificate-keys.js.map
