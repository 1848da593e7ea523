import { Injectable } from '@nestjs/common';
import { addMonths, cleanText, legalDayOf, say, Violations, type Actor, type LegalDay } from '@jihui/kernel';
import { isUuid, uuidv7 } from '@jihui/platform';
import { PatentCodes } from '../core/errors.js';
import {
  activeLicences,
  EXCLUDING_LICENCES as EXCLUDING,
  standingOpenLicence,
  type Licence,
  type Patent,
} from '../core/patents/patent.js';
import { pledgeeConsent } from '../core/patents/rules.js';
import type {
  AddPatentLicenceInput,
  AddPatentPledgeInput,
  EndPatentLicenceInput,
  FilePatentLicenceInput,
  OpenPatentToAllInput,
  PatentStatusInput,
  ReleasePatentPledgeInput,
} from '../discovery.types.gen.js';
import { FactsStore } from '../store/facts.store.js';
import { PatentDesk } from './patent-desk.js';
import type { Changed } from '../steps.js';
import { FeeBook } from './fee-book.js';

/** Licences, pledges and the open licence of a patent. */
@Injectable()
export class PatentRightsService {
  constructor(
    private readonly desk: PatentDesk,
    private readonly book: FeeBook,
    private readonly facts: FactsStore,
  ) {}

  /** 登记实施许可 (民法典第862—867条). */
  addLicence(actor: Actor, input: AddPatentLicenceInput): Promise<Changed> {
    const licensee = cleanText(input.licensee);
    const territory = cleanText(input.territory ?? '');
    const fee = cleanText(input.fee ?? '');
    return this.desk.act('addPatentLicence', 'addLicence', actor, input, async (before, { now }) => {
      const { kind, effectiveOn, endsOn, contractId = null } = input;
      const { filingMonths } = await this.book.on(legalDayOf(now));
      const licence: Licence = {
        id: uuidv7(),
        ...{ kind, licensee, effectiveOn, endsOn, territory, fee, contractId },
        fileBy: addMonths(effectiveOn, filingMonths),
        filedOn: null,
        filingNumber: '',
        endedOn: null,
      };
      const wrong = pledgeeConsent(before, input.pledgeeConsents ?? false)
        .text('licensee', '被许可人', licensee, { max: 100 })
        .optionalText('territory', '许可地域', territory, 100)
        .optionalText('fee', '许可使用费', fee, 500)
        .when(
          !(await this.isOwnContract(contractId, before.ownerId)),
          'contractId',
          PatentCodes.ENTRY_UNKNOWN,
          '没有这份合同，或不是本单位出让、已认定登记的合同',
        );
      return {
        change: { licences: [...before.licences, licence] },
        wrong: this.licenceIsFree(before, licence, legalDayOf(now), wrong).found,
      };
    });
  }

  /** 登记备案 of a licence. */
  fileLicence(actor: Actor, input: FilePatentLicenceInput): Promise<Changed> {
    const filingNumber = cleanText(input.filingNumber);
    return this.desk.act('filePatentLicence', 'fileLicence', actor, input, (before, { now }) => {
      const licence = before.licences.find(({ id }) => id === input.licenceId);
      const wrong = known(licence)
        .text('filingNumber', '备案号', filingNumber, { max: 60 })
        .when(licence?.filedOn != null, 'licenceId', PatentCodes.ENTRY_DONE, '该许可已经备案')
        .when(
          input.filedOn > legalDayOf(now) || (licence !== undefined && input.filedOn < licence.effectiveOn),
          'filedOn',
          PatentCodes.DATES,
          '备案日期应在许可生效之后、今天之前',
        );
      return {
        change: changed(before, input.licenceId, { filedOn: input.filedOn, filingNumber }),
        wrong: wrong.found,
      };
    });
  }

  /** 终止许可 before its end. */
  endLicence(actor: Actor, input: EndPatentLicenceInput): Promise<Changed> {
    return this.desk.act('endPatentLicence', 'endLicence', actor, input, (before, { now }) => {
      const licence = before.licences.find(({ id }) => id === input.licenceId);
      const wrong = known(licence)
        .when(licence?.endedOn != null, 'licenceId', PatentCodes.ENTRY_DONE, '该许可已经终止')
        .when(
          input.endedOn > legalDayOf(now) || (licence !== undefined && input.endedOn < licence.effectiveOn),
          'endedOn',
          PatentCodes.DATES,
          '终止日期应在许可生效之后、今天之前',
        );
      return { change: changed(before, input.licenceId, { endedOn: input.endedOn }), wrong: wrong.found };
    });
  }

  /** 登记质押 (民法典第444条: it arises with the registration). */
  addPledge(actor: Actor, input: AddPatentPledgeInput): Promise<Changed> {
    const pledgee = cleanText(input.pledgee);
    const registrationNumber = cleanText(input.registrationNumber);
    return this.desk.act('addPatentPledge', 'addPledge', actor, input, (before, { now }) => {
      const { registeredOn, securedAmount = null } = input;
      const wrong = new Violations()
        .text('pledgee', '质权人', pledgee, { max: 100 })
        .text('registrationNumber', '质押登记号', registrationNumber, { max: 60 })
        .when(
          securedAmount !== null && (securedAmount < 0 || securedAmount > 10_000_000_000_000),
          'securedAmount',
          'OUT_OF_RANGE',
          '担保金额应在 0 到 1000 亿元之间',
        )
        .when(
          registeredOn > legalDayOf(now) || registeredOn < before.content.filedOn,
          'registeredOn',
          PatentCodes.DATES,
          '质押登记日应在申请日之后、今天之前',
        );
      const pledge = {
        id: uuidv7(),
        pledgee,
        registeredOn,
        registrationNumber,
        securedAmount,
        releasedOn: null,
      };
      return { change: { pledges: [...before.pledges, pledge] }, wrong: wrong.found };
    });
  }

  /** 解除质押. */
  releasePledge(actor: Actor, input: ReleasePatentPledgeInput): Promise<Changed> {
    return this.desk.act('releasePatentPledge', 'releasePledge', actor, input, (before, { now }) => {
      const pledge = before.pledges.find(({ id }) => id === input.pledgeId);
      const { releasedOn } = input;
      const wrong = new Violations()
        .when(pledge === undefined, 'pledgeId', PatentCodes.ENTRY_UNKNOWN, '没有这条质押记录')
        .when(pledge?.releasedOn != null, 'pledgeId', PatentCodes.ENTRY_DONE, '该质押已经解除')
        .when(
          releasedOn > legalDayOf(now) || (pledge !== undefined && releasedOn < pledge.registeredOn),
          'releasedOn',
          PatentCodes.DATES,
          '解除日期应在质押登记之后、今天之前',
        );
      const pledges = before.pledges.map((one) => (one.id === input.pledgeId ? { ...one, releasedOn } : one));
      return { change: { pledges }, wrong: wrong.found };
    });
  }

  /** 声明开放许可 (专利法第50条). */
  openToAll(actor: Actor, input: OpenPatentToAllInput): Promise<Changed> {
    const feeStandard = cleanText(input.feeStandard);
    const announcement = cleanText(input.announcement ?? '');
    const evaluationReport = cleanText(input.evaluationReport ?? '');
    return this.desk.act('openPatentToAll', 'openToAll', actor, input, (before, { now }) => {
      const { declaredOn, endsOn } = input;
      const today = legalDayOf(now);
      const wrong = pledgeeConsent(before, input.pledgeeConsents ?? false)
        .text('feeStandard', '许可使用费标准与支付方式', feeStandard, { min: 5, max: 500 })
        .optionalText('announcement', '公告号', announcement, 60)
        .optionalText('evaluationReport', '专利权评价报告', evaluationReport, 100)
        .when(
          declaredOn > today || declaredOn < (before.content.grantedOn ?? before.content.filedOn),
          'declaredOn',
          PatentCodes.DATES,
          '声明日期应在授权之后、今天之前',
        )
        .when(
          endsOn < today || endsOn > before.content.expiresOn,
          'endsOn',
          PatentCodes.DATES,
          say`许可期限应在今天与专利期限届满日 ${before.content.expiresOn} 之间`,
        )
        .when(
          before.content.kind !== 'INVENTION_PATENT' && evaluationReport === '',
          'evaluationReport',
          PatentCodes.EVALUATION_REPORT,
          '实用新型、外观设计专利提出开放许可声明，应当提供专利权评价报告，请填写报告编号',
          '专利法第50条',
        )
        .when(
          activeLicences(before.licences, today).some(({ kind }) => EXCLUDING.includes(kind)),
          '',
          PatentCodes.LICENCE_CONFLICT,
          '专利在独占或排他许可期间，不能开放许可',
          '专利法第51条',
        );
      const openLicence = {
        declaredOn,
        endsOn,
        feeStandard,
        announcement,
        evaluationReport,
        withdrawnOn: null,
      };
      return { change: { openLicence }, wrong: wrong.found };
    });
  }

  /** 撤回开放许可声明; licences that were given under it go on (专利法第50条). */
  closeToAll(actor: Actor, input: PatentStatusInput): Promise<Changed> {
    const note = cleanText(input.note ?? '');
    return this.desk.act('closePatentToAll', 'closeToAll', actor, input, ({ openLicence }, { now }) => ({
      change: openLicence === null ? {} : { openLicence: { ...openLicence, withdrawnOn: input.on } },
      reason: note === '' ? null : note,
      wrong: new Violations()
        .optionalText('note', '说明', note, 500)
        .when(
          input.on > legalDayOf(now) || (openLicence !== null && input.on < openLicence.declaredOn),
          'on',
          PatentCodes.DATES,
          '撤回日期应在声明之后、今天之前',
        ).found,
    }));
  }

  private async isOwnContract(contractId: string | null, ownerId: string): Promise<boolean> {
    if (contractId === null) return true;
    return isUuid(contractId) && this.facts.soldBy(contractId, ownerId);
  }

  private licenceIsFree(
    patent: Patent,
    licence: Licence,
    today: LegalDay,
    violations: Violations,
  ): Violations {
    const { content, licences } = patent;
    const others = activeLicences(licences, today);
    const excluding = EXCLUDING.includes(licence.kind);
    return violations
      .when(
        licence.endsOn < licence.effectiveOn || licence.effectiveOn > today,
        'endsOn',
        PatentCodes.DATES,
        '许可期限应从今天或之前开始，并晚于生效日结束',
      )
      .when(
        licence.endsOn > content.expiresOn,
        'endsOn',
        PatentCodes.LICENCE_BEYOND_TERM,
        say`许可期限不能超过专利期限届满日 ${content.expiresOn}`,
        '民法典第865条',
      )
      .when(
        others.some(({ kind }) => kind === 'EXCLUSIVE') && licence.kind !== 'SUBLICENCE',
        'kind',
        PatentCodes.LICENCE_CONFLICT,
        '专利已独占许可他人，期间不能再许可；被许可人经同意再许可的，请选择“分许可”',
        '司法解释第25条',
      )
      .when(
        excluding && standingOpenLicence(patent, today) !== null,
        'kind',
        PatentCodes.LICENCE_CONFLICT,
        '开放许可期间不得给予独占或者排他许可',
        '专利法第51条',
      )
      .when(
        excluding && others.length > 0 && !others.some(({ kind }) => kind === 'EXCLUSIVE'),
        'kind',
        PatentCodes.LICENCE_CONFLICT,
        '专利已有其他许可在履行，不能再给予独占或者排他许可',
      );
  }
}

const known = (entry: Licence | undefined): Violations =>
  new Violations().when(entry === undefined, 'licenceId', PatentCodes.ENTRY_UNKNOWN, '没有这条许可记录');

const changed = (before: Patent, licenceId: string, patch: Partial<Licence>): Partial<Patent> => ({
  licences: before.licences.map((one) => (one.id === licenceId ? { ...one, ...patch } : one)),
});
