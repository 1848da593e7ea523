import { Injectable } from '@nestjs/common';
import {
  byOwnClock,
  Db,
  registerParameters,
  removedBy,
  RETENTION_BATCH,
  sql,
  type Retains,
  type RetentionRule,
} from '@jihui/platform';

const SIGN_INS = 'identity.sign_ins_kept_days';

registerParameters([
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

/** Sessions and tokens that are over: who signed in, when and from where. */
@Injectable()
export class IdentityRetains implements Retains {
  constructor(private readonly db: Db) {}

  readonly rules: readonly RetentionRule[] = [
    {
      name: 'identity.signIns',
      title: '登录记录与访问令牌记录',
      parameter: SIGN_INS,
      remove: (before) => this.signIns(before),
    },
  ];

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
