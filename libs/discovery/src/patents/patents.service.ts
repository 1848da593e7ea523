import { Injectable } from '@nestjs/common';
import { actorId, cleanText, legalDayOf, say, Violations, type Actor, type LegalDay } from '@jihui/kernel';
import { City, Work } from '@jihui/platform';
import { PatentCodes } from '../core/errors.js';
import { lastYearOf, yearOf } from '../core/patents/fees.js';
import { patentContentFrom } from '../core/patents/form.js';
import type { PatentAction } from '../core/patents/lifecycle.js';
import type { Patent } from '../core/patents/patent.js';
import { newPatent, paidThroughFaults } from '../core/patents/new-patent.js';
import { patentMachine } from '../core/patents/perform.js';
import type {
  PatentActionInput,
  PatentStatusInput,
  RecordPatentFeeInput,
  SavePatentInput,
} from '../discovery.types.gen.js';
import { givenOwner, requireSignedIn } from '../refusals.js';
import { PatentsStore } from '../store/patents.store.js';
import { PatentDesk } from './patent-desk.js';
import type { Changed } from '../steps.js';
import { PatentSearch } from './patent-search.js';
import { PatentWriter } from './patent-writer.js';

/** The register itself: entries, legal status and yearly fees. */
@Injectable()
export class PatentsService {
  constructor(
    private readonly work: Work,
    private readonly desk: PatentDesk,
    private readonly patents: PatentsStore,
    private readonly writer: PatentWriter,
    private readonly search: PatentSearch,
    private readonly city: City,
  ) {}

  /**
   * Enters a patent in the state in which it is, or corrects what was entered.
   * @throws DomainError INVALID_INPUT with everything that is wrong, PATENT.ALREADY_REGISTERED among it.
   */
  save(actor: Actor, input: SavePatentInput): Promise<Changed> {
    if (input.id == null) return this.enter(actor, input);
    const target = { ...input, id: input.id, expectedVersion: input.expectedVersion ?? 0 };
    return this.desk.act('savePatent', 'edit', actor, target, async (before) => {
      const owner = await this.writer.ownerOf(before.ownerId);
      const { content, violations } = patentContentFrom(input.content, owner, this.city);
      return {
        change: { content, scopeCode: this.scopeOf(content.divisionCode) },
        wrong: [...violations, ...this.paidThroughOf(input, content).found],
      };
    });
  }

  discard(actor: Actor, input: PatentActionInput): Promise<Changed> {
    return this.desk.act('discardPatent', 'discard', actor, input);
  }

  /** Records what the patent office decided, with the day from which it holds. */
  record(actor: Actor, name: string, action: PatentAction, input: PatentStatusInput): Promise<Changed> {
    const note = cleanText(input.note ?? '');
    return this.desk.act(name, action, actor, input, ({ content, history }, { now }) => ({
      change: { content: { ...content, ...daysOf(action, input.on) } },
      on: input.on,
      reason: note === '' ? null : note,
      wrong: this.dayIsSound(
        input.on,
        content.filedOn,
        history.at(-1)?.on ?? null,
        legalDayOf(now),
      ).optionalText('note', '说明', note, 500).found,
    }));
  }

  /** 登记年费缴纳. */
  payFee(actor: Actor, input: RecordPatentFeeInput): Promise<Changed> {
    const receipt = cleanText(input.receipt ?? '');
    return this.desk.act('recordPatentFee', 'payFee', actor, input, (before, { now }) => {
      const { year, paidOn, amount = null } = input;
      return {
        change: {
          fees: [...before.fees, { year, paidOn, amount, receipt }],
          paidThrough: Math.max(year, before.paidThrough ?? 0),
        },
        wrong: this.feeIsSound(before, year)
          .when(
            amount !== null && (amount < 0 || amount > 100_000_000),
            'amount',
            'OUT_OF_RANGE',
            '缴费金额应在 0 到 100 万元之间',
          )
          .when(paidOn > legalDayOf(now), 'paidOn', PatentCodes.DATES, '缴费日期不能晚于今天')
          .optionalText('receipt', '票据号', receipt, 60).found,
      };
    });
  }

  private enter(actor: Actor, input: SavePatentInput): Promise<Changed> {
    requireSignedIn(actor);
    const ownerId = givenOwner(input.ownerId);
    return this.work.run(
      { domain: 'discovery', name: 'savePatent', actor, clientMutationId: input.clientMutationId, input },
      async (tx) => {
        const owner = await this.writer.ownerOf(ownerId);
        const { content, violations } = patentContentFrom(input.content, owner, this.city);
        const state = input.state ?? 'FILED';
        const patent = newPatent({
          id: this.patents.newId(),
          ownerId,
          createdBy: actorId(actor),
          scopeCode: this.scopeOf(content.divisionCode),
          content,
          paidThrough: input.paidThrough ?? null,
          state,
          now: tx.now,
        });
        patentMachine.permit(patent, 'edit', actor);
        const wrong = [...violations, ...this.paidThroughOf(input, content).found];
        patentMachine.perform(patent, 'edit', actor, tx.now, wrong);
        await this.patents.insert(patent, legalDayOf(tx.now));
        await this.search.refresh([patent.id]);
        await tx.audit({ stream: `Patent:${patent.id}`, action: 'enter', after: patent });
        await this.writer.tell(patent, 'enter', tx);
        return { id: patent.id };
      },
    );
  }

  /** 已缴年度 is said once, when the patent is entered; afterwards each payment is recorded. */
  private paidThroughOf({ paidThrough, id }: SavePatentInput, content: Patent['content']): Violations {
    return paidThroughFaults(paidThrough ?? null, content).when(
      paidThrough != null && id != null,
      'paidThrough',
      PatentCodes.FEE_YEAR,
      '登记之后请逐年登记缴费，不直接改已缴年度',
    );
  }

  private feeIsSound({ content, paidThrough }: Patent, year: number): Violations {
    const { filedOn, grantedOn } = content;
    const withGrant = grantedOn === null ? 1 : yearOf(filedOn, grantedOn);
    const last = lastYearOf(content);
    const next = paidThrough === null ? null : Math.max(withGrant, paidThrough) + 1;
    return new Violations()
      .when(
        year <= withGrant || year > last,
        'year',
        PatentCodes.FEE_YEAR,
        say`授权当年的年费随登记缴纳，此后可登记第 ${withGrant + 1} 至第 ${last} 年度`,
      )
      .when(
        next !== null && year > withGrant && year <= last && year !== next,
        'year',
        PatentCodes.FEE_YEAR,
        say`年费逐年缴纳，下一个应缴的是第 ${next ?? ''} 年度`,
      );
  }

  private dayIsSound(on: LegalDay, filedOn: LegalDay, since: LegalDay | null, today: LegalDay): Violations {
    return new Violations()
      .when(on < filedOn, 'on', PatentCodes.DATES, '日期不能早于申请日')
      .when(on > today, 'on', PatentCodes.DATES, '日期不能晚于今天')
      .when(
        since !== null && on < since && on >= filedOn,
        'on',
        PatentCodes.DATES,
        say`日期不能早于上一法律状态的日期 ${since ?? ''}`,
      );
  }

  private scopeOf(divisionCode: string): string {
    return this.city.isDivision(divisionCode) ? divisionCode : this.city.code;
  }
}

/** Days of the bibliography that a new status is. */
function daysOf(action: PatentAction, on: LegalDay): Partial<Patent['content']> {
  if (action === 'publish') return { publishedOn: on };
  if (action === 'grant') return { grantedOn: on };
  return {};
}
