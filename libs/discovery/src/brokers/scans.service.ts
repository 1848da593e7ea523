import { Injectable } from '@nestjs/common';
import { actorId, DomainError, notFound, type Actor } from '@jihui/kernel';
import { Work, type ReceivedFile } from '@jihui/platform';
import { RegisterCodes } from '../core/errors.js';
import { ScansStore, type Scan } from '../store/scans.store.js';
import { BrokersQueries } from './brokers.queries.js';

/** What a scanner or a camera makes. Taken from the bytes, never from the name. */
const TYPES: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'];

/** 证书扫描件: of whoever states the certificate, read by the same person and by whoever reviews it. */
@Injectable()
export class ScansService {
  constructor(
    private readonly work: Work,
    private readonly scans: ScansStore,
    private readonly brokers: BrokersQueries,
  ) {}

  /** @throws DomainError REGISTER.SCAN_TYPE for what is neither a PDF nor a picture */
  add(actor: Actor, file: ReceivedFile): Promise<Scan> {
    if (!TYPES.includes(file.type))
      throw new DomainError(RegisterCodes.SCAN_TYPE, '扫描件应为 PDF 或图片（PNG、JPEG、WebP）');
    return this.work.run({ domain: 'discovery', name: 'uploadScan', actor }, () =>
      this.scans.add(actor, file),
    );
  }

  /**
   * A scan that the actor may read: before it belongs to a certificate one's own, then with the whole entry, as long as
   * the certificate stands there.
   * @throws DomainError NOT_FOUND
   */
  async read(actor: Actor, id: string): Promise<Scan> {
    const scan = (await this.scans.byIds([id])).get(id);
    if (scan === undefined || !(await this.mayRead(actor, scan))) throw notFound('文件');
    return scan;
  }

  /** What is told of files whose ids the reader may know. */
  named(ids: readonly string[]): Promise<Map<string, Scan>> {
    return this.scans.byIds(ids);
  }

  private async mayRead(actor: Actor, { id, brokerId, uploadedBy }: Scan): Promise<boolean> {
    if (brokerId === null) return actor.kind !== 'anonymous' && actorId(actor) === uploadedBy;
    const entry = (await this.brokers.byIds(actor, [brokerId])).get(brokerId);
    return entry?.whole === true && entry.source.credentials.some(({ scanId }) => scanId === id);
  }
}
