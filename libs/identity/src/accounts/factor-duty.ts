import { Injectable } from '@nestjs/common';
import { DomainError, legalDayOf, type Membership } from '@jihui/kernel';
import { BusinessClock, Parameters, registerParameters } from '@jihui/platform';
import { IdentityCodes } from '../core/errors.js';
import { DueOf, owesFactor } from '../core/person/factor.js';
import { PeopleStore } from '../store/people.store.js';

/** Whose second factor is due, whether they want one or not. */
const DUE_OF = 'identity.second_factor_due_of';

registerParameters([
  {
    name: DUE_OF,
    title: '必须启用两步验证的人员',
    choices: [
      { value: DueOf.nobody, label: '不作要求，由本人决定' },
      { value: DueOf.administrators, label: '平台管理员' },
      { value: DueOf.officers, label: '平台管理员和主管部门工作人员' },
    ],
    value: DueOf.nobody,
    effectiveFrom: '2020-01-01',
    source:
      '平台默认值，可由平台管理员调整；网络安全等级保护第三级要求两种以上鉴别技术（GB/T 22239-2019，8.1.4.1）',
  },
]);

export const factorDue = (): DomainError =>
  new DomainError(IdentityCodes.SECOND_FACTOR_DUE, '您的角色必须启用两步验证，请先在“我的账户”中启用');

/** What the operator's parameter asks of whom. */
@Injectable()
export class FactorDuty {
  constructor(
    private readonly people: PeopleStore,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** Whether the person has to have a second factor, whether or not there is one. */
  async of(personId: string): Promise<boolean> {
    const of = await this.value();
    if (of === DueOf.nobody) return false;
    return owesFactor(of, await this.placesOf(personId));
  }

  private async value(): Promise<number> {
    return (await this.parameters.int(DUE_OF, legalDayOf(await this.clock.now()))).value;
  }

  private async placesOf(personId: string): Promise<readonly Membership[]> {
    return (await this.people.actorOf(personId))?.memberships ?? [];
  }
}
