import { Injectable } from '@nestjs/common';
import {
  byOwnClock,
  Db,
  ExportedArchives,
  registerParameters,
  removedBy,
  RETENTION_BATCH,
  sql,
  type Retains,
  type RetentionRule,
} from '@jihui/platform';
import { ExportsStore } from './exports.store.js';

export const EXPORTS_KEPT = 'identity.exports_kept_days';
const SIGN_INS = 'identity.sign_ins_kept_days';

registerParameters([
  {
    name: EXPORTS_KEPT,
    title: '单位资料导出后的下载期限（日）',
    min: 1,
    max: 90,
    value: 7,
    effectiveFrom: '2020-01-01',
    source: '平台默认值：导出的压缩包含单位的全部资料，过期即删除，可以随时重新导出',
  },
  {
    name: SIGN_INS,
    title: '登录记录与访问令牌记录的保存期（日）',
    min: 183,
    max: 3_650,
    value: 185,
    effectiveFrom: '2020-01-01',
    source:
      '《网络安全法》关于留存相关的网络日志不少于六个月的规定（2016年文本第二十一条第三项）；含来访地址，满期即删除（《个人信息保护法》第十九条）',
  },
]);

/** Sessions and tokens that are over: who signed in, when and from where; and archives of what an organisation owns. */
@Injectable()
export class IdentityRetains implements Retains {
  constructor(
    private readonly db: Db,
    private readonly exports: ExportsStore,
    private readonly archives: ExportedArchives,
  ) {}

  readonly rules: readonly RetentionRule[] = [
    {
      name: 'identity.signIns',
      title: '登录记录与访问令牌记录',
      parameter: SIGN_INS,
      remove: (before) => this.signIns(before),
    },
    {
      name: 'identity.exports',
      title: '导出的单位资料',
      parameter: EXPORTS_KEPT,
      remove: (before) => this.exported(before),
    },
  ];

  /** With the archives of those that are gone, and whatever a killed process left. */
  private async exported(before: Date): Promise<number> {
    const removed = await this.exports.removeExpired(before);
    await this.archives.sweep(() => this.exports.archives());
    return removed;
  }

  private async signIns(before: Date): Promise<number> {
    const over = byOwnClock(before);
    const sessions = await removedBy(
      this.db,
      sql`delete from identity.session where id in (
        select id from identity.session where coalesce(ended_at, expires_at) < ${over} limit ${RETENTION_BATCH})`,
    );
    const tokens = await removedBy(
      this.db,
      sql`delete from identity.access_token where id in (
        select id from identity.access_token where coalesce(revoked_at, expires_at) < ${over} limit ${RETENTION_BATCH})`,
    );
    return sessions + tokens;
  }
}
