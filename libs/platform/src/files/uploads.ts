import type { FastifyRequest } from 'fastify';
import { Injectable } from '@nestjs/common';
import { Codes, DomainError, legalDayOf, organisationsOf, say, type Actor } from '@jihui/kernel';
import { BusinessClock } from '../db/clock.js';
import { Db } from '../db/db.js';
import { uuidv7 } from '../db/identifiers.js';
import { Parameters, registerParameters } from '../law/parameters.js';
import { Files, MAX_FILE_BYTES } from './files.js';
import { receiveFile, type FormFields, type ReceivedFile, type ReceiveOptions } from './transfer.js';
import { UploadStore, type Uploaded } from './upload.store.js';

const LIMITS = {
  personFiles: 'platform.upload_files_per_person',
  personMegabytes: 'platform.upload_megabytes_per_person',
  organisationFiles: 'platform.upload_files_per_organisation',
  organisationMegabytes: 'platform.upload_megabytes_per_organisation',
} as const;

const limit = (name: string, title: string, value: number) => ({
  name,
  title,
  min: 1,
  max: 1_000_000,
  value,
  effectiveFrom: '2020-01-01',
  source: '平台默认值：单个文件另有 100 MB 的上限，每日总量用于防止占满磁盘，可由平台管理员调整',
});

registerParameters([
  limit(LIMITS.personFiles, '每人 24 小时内可上传的文件数', 300),
  limit(LIMITS.personMegabytes, '每人 24 小时内可上传的总量（MB）', 2_000),
  limit(LIMITS.organisationFiles, '每单位 24 小时内可上传的文件数', 3_000),
  limit(LIMITS.organisationMegabytes, '每单位 24 小时内可上传的总量（MB）', 20_000),
]);

/** 上传额度: how much one may upload within 24 hours, and what is left of it. */
export interface UploadAllowance {
  readonly files: number;
  readonly bytes: number;
  readonly filesLeft: number;
  readonly bytesLeft: number;
}

interface Holder extends Uploaded {
  readonly id: string;
  /** How a refusal names it. */
  readonly name: '您' | '您所在单位';
  readonly maxFiles: number;
  readonly maxBytes: number;
}

const MB = 1024 * 1024;

/**
 * Uploads within what a person and each of the person's organisations may upload in 24 hours. A place is taken before
 * the first byte, for as much as the request says that it is, so that many uploads at once do not each find the last
 * place free; what a killed process took is given back when the day is over.
 */
@Injectable()
export class Uploads {
  constructor(
    private readonly db: Db,
    private readonly store: UploadStore,
    private readonly files: Files,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Takes the one file of a multipart request.
   * @param options.before is asked before a byte is stored: it throws when this person adds no file there.
   * @throws DomainError FILE.QUOTA, UNAUTHENTICATED; INVALID_INPUT, FILE.TOO_LARGE, FILE.EMPTY as in receiveFile.
   */
  async receive(actor: Actor, request: FastifyRequest, options: ReceiveOptions = {}): Promise<ReceivedFile> {
    const id = uuidv7();
    let held: readonly string[] = [];
    const before = async (fields: FormFields): Promise<void> => {
      await options.before?.(fields);
      held = await this.reserve(actor, id, announcedBytes(request, options.limit ?? MAX_FILE_BYTES));
    };
    try {
      const received = await receiveFile(request, this.files, { ...options, before });
      await this.store.resize(id, held, received.size);
      return received;
    } catch (error) {
      if (held.length > 0) await this.store.remove(id, held);
      throw error;
    }
  }

  /** What is left to the actor: the least of the own allowance and those of the organisations. Null for nobody. */
  async allowance(actor: Actor): Promise<UploadAllowance | null> {
    if (actor.kind !== 'person') return null;
    const holders = await this.holders(actor);
    const left = (of: (holder: Holder) => number): number => Math.max(0, Math.min(...holders.map(of)));
    const [person] = holders;
    return {
      files: person?.maxFiles ?? 0,
      bytes: person?.maxBytes ?? 0,
      filesLeft: left(({ maxFiles, files }) => maxFiles - files),
      bytesLeft: left(({ maxBytes, bytes }) => maxBytes - bytes),
    };
  }

  private reserve(actor: Actor, id: string, bytes: number): Promise<readonly string[]> {
    const ids = holderIds(actor);
    return this.db.transaction(async () => {
      await this.store.lock(ids);
      await this.store.forgetOld(ids);
      for (const holder of await this.holders(actor)) refuseBeyond(holder, bytes);
      await this.store.add(id, ids, bytes);
      return ids;
    });
  }

  /** The person, then the organisations, each with what was uploaded and what may be. */
  private async holders(actor: Actor): Promise<readonly Holder[]> {
    const ids = holderIds(actor);
    const day = legalDayOf(await this.clock.now());
    const [limits, uploaded] = [
      await this.parameters.ints(Object.values(LIMITS), day),
      await this.store.withinDay(ids),
    ];
    const value = (name: keyof typeof LIMITS): number => limits.get(LIMITS[name]) ?? 0;
    return ids.map((id, index) => ({
      id,
      ...(uploaded.get(id) ?? { files: 0, bytes: 0 }),
      ...(index === 0
        ? { name: '您', maxFiles: value('personFiles'), maxBytes: value('personMegabytes') * MB }
        : {
            name: '您所在单位',
            maxFiles: value('organisationFiles'),
            maxBytes: value('organisationMegabytes') * MB,
          }),
    }));
  }
}

function holderIds(actor: Actor): readonly string[] {
  if (actor.kind !== 'person') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
  return [actor.personId, ...new Set(organisationsOf(actor))];
}

/** What the request says of its length, form and all; where it says nothing, the most that is taken. */
function announcedBytes(request: FastifyRequest, most: number): number {
  const length = Number(request.headers['content-length']);
  return Number.isSafeInteger(length) && length > 0 ? Math.min(length, most) : most;
}

function refuseBeyond({ name, files, bytes, maxFiles, maxBytes }: Holder, wanted: number): void {
  if (files < maxFiles && bytes + wanted <= maxBytes) return;
  const most = Math.floor(maxBytes / MB);
  throw new DomainError(
    'FILE.QUOTA',
    name === '您'
      ? say`您在 24 小时内最多上传 ${maxFiles} 个文件、共 ${most} MB，余量不足，请稍后再传`
      : say`您所在单位在 24 小时内最多上传 ${maxFiles} 个文件、共 ${most} MB，余量不足，请稍后再传`,
  );
}
