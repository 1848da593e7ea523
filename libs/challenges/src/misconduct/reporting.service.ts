import { Injectable } from '@nestjs/common';
import {
  addWorkingDays,
  anonymous,
  cleanText,
  DomainError,
  legalDayOf,
  notFound,
  refuseIf,
  Violations,
  type Actor,
  type ThrottleRule,
} from '@jihui/kernel';
import {
  BusinessClock,
  checkIds,
  City,
  Files,
  HolidayCalendars,
  Throttle,
  uuidv7,
  Work,
  type Tx,
} from '@jihui/platform';
import { CallDesk } from '../calls/call-desk.js';
import type * as Types from '../challenges.types.gen.js';
import { ChallengeCodes } from '../core/errors.js';
import { misconductFaults, misconductForm, REPORT_LIMITS } from '../core/misconduct/form.js';
import { misconductMachine, type MisconductReport } from '../core/misconduct/report.js';
import { CallsStore } from '../store/calls.store.js';
import { MisconductStore, type MisconductFile } from '../store/misconduct.store.js';
import { ProjectsStore } from '../store/projects.store.js';
import { MisconductDesk, misconductStream } from './misconduct-desk.js';
import { ReportReceipts } from './receipts.js';

/** An address may be a whole campus behind one gateway: wide, and yet no flood. */
const THROTTLES = {
  report: { name: 'misconduct/report', limit: 60, windowMinutes: 60 },
  look: { name: 'misconduct/receipt', limit: 60, windowMinutes: 15 },
  file: { name: 'misconduct/file', limit: 60, windowMinutes: 60 },
} as const satisfies Readonly<Record<string, ThrottleRule>>;

const NOBODY =
  '与该举报无关的监督人员在本平台上目前没有，无法在此受理；请直接向纪检监察机关举报（电话 12388）';

/** 举报, by anybody: what a reporter does, with or without an account. */
@Injectable()
export class ReportingService {
  constructor(
    private readonly work: Work,
    private readonly calls: CallDesk,
    private readonly callsStore: CallsStore,
    private readonly projects: ProjectsStore,
    private readonly store: MisconductStore,
    private readonly desk: MisconductDesk,
    private readonly receipts: ReportReceipts,
    private readonly holidays: HolidayCalendars,
    private readonly throttle: Throttle,
    private readonly city: City,
    private readonly clock: BusinessClock,
    private readonly bytes: Files,
  ) {}

  /**
   * Takes a report. An anonymous one holds nothing of the account that is signed in: neither the row, the history, the
   * event nor what is remembered of the request.
   * @returns its id, from which the receipt code is computed
   * @throws DomainError THROTTLED; NOT_FOUND for a call or project that the reporter does not see; INVALID_INPUT
   */
  async report(actor: Actor, address: string, input: Types.FileMisconductReportInput): Promise<string> {
    checkIds(...[input.callId, input.projectId].flatMap((id) => id ?? []));
    await this.throttle.take(THROTTLES.report, this.receipts.place(address));
    return this.receive(actor, input);
  }

  /** A report whose try was counted, or that a seed tells. @returns as {@link report} */
  async receive(actor: Actor, input: Types.FileMisconductReportInput): Promise<string> {
    const who = input.signed ? actor : anonymous;
    const form = misconductForm(input);
    const about = await this.aboutOf(actor, input);
    const files = (input.files ?? []).map((token) => this.receipts.fileOf(token));
    const { id } = await this.run(who, 'fileMisconductReport', input, async (tx) => {
      const place = await this.desk.placeOf(about.callId);
      const who = { personId: input.signed && actor.kind === 'person' ? actor.personId : null };
      const handlers = await this.desk.handlersOf({ ...form, ...who, ...about }, place);
      refuseIf([
        ...misconductFaults(form),
        ...(await this.fileFaults(files)),
        ...new Violations().when(handlers.length === 0, '', ChallengeCodes.NO_SUPERVISION, NOBODY).found,
      ]);
      const today = legalDayOf(tx.now);
      const { reportAccept } = await this.calls.rules(today);
      const reportId = uuidv7();
      const report: MisconductReport = {
        ...form,
        ...about,
        ...who,
        ...{ id: reportId, version: 1, state: 'RECEIVED', subject: input.subject },
        receiptHash: this.hashOf(this.receipts.codeOf(reportId)),
        notes: [],
        acceptBy: addWorkingDays(today, reportAccept, await this.holidays.calendar()),
        ...{ concludeBy: null, extended: false, alarmedOn: null },
        ...{ decision: '', finding: '', measures: '', answer: '', handledBy: null },
        ...{ createdAt: tx.now, updatedAt: tx.now },
      };
      await this.store.insert(report);
      await this.take(reportId, files);
      await tx.audit({ stream: misconductStream(reportId), action: 'fileMisconductReport', after: report });
      await this.desk.tell(tx, report, 'fileMisconductReport');
      return { id: reportId };
    });
    await this.bytes.forget(known(files));
    return id;
  }

  /** 补充: more words and files, by whoever holds the receipt code. @returns the report with them */
  async supplement(
    address: string,
    input: Types.SupplementMisconductReportInput,
  ): Promise<MisconductReport | null> {
    await this.throttle.take(THROTTLES.look, this.receipts.place(address));
    await this.add(input);
    // What it was counted for is done: another count could refuse the answer.
    return (await this.store.byReceipt(this.hashOf(input.code))) ?? null;
  }

  /** What is added by a try that was counted, or that a seed tells. */
  async add(input: Types.SupplementMisconductReportInput): Promise<void> {
    const receiptHash = this.hashOf(input.code);
    const files = (input.files ?? []).map((token) => this.receipts.fileOf(token));
    await this.run(anonymous, 'supplementMisconductReport', input, async (tx) => {
      const report = await this.store.lockByReceipt(receiptHash);
      if (report === undefined) throw notFound('该查询码对应的举报');
      const text = cleanText(input.text);
      const wrong = [
        ...new Violations().text('text', '补充内容', text, { min: 5, max: REPORT_LIMITS.statement }).found,
        ...(await this.fileFaults(files, (await this.store.files([report.id])).get(report.id)?.length ?? 0)),
      ];
      const subject = await this.desk.caseOf(anonymous, report, true);
      const state = misconductMachine.perform(subject, 'supplement', anonymous, tx.now, wrong);
      await this.take(report.id, files);
      const notes = [...report.notes, { at: tx.now.toISOString(), by: 'REPORTER' as const, text }];
      await this.desk.keep(tx, report, { state, notes }, 'supplementMisconductReport');
      return { id: report.id };
    });
    await this.bytes.forget(known(files));
  }

  /** The report of a receipt code; null for none. */
  async byCode(address: string, code: string): Promise<MisconductReport | null> {
    await this.throttle.take(THROTTLES.look, this.receipts.place(address));
    return (await this.store.byReceipt(this.hashOf(code))) ?? null;
  }

  codeOf(reportId: string): string {
    return this.receipts.codeOf(reportId);
  }

  /** Asked before a byte is stored. @throws DomainError THROTTLED, FILE.QUOTA */
  async admitFile(address: string): Promise<void> {
    await this.throttle.take(THROTTLES.file, this.receipts.place(address));
    const today = legalDayOf(await this.clock.now());
    const { reportFiles } = await this.calls.rules(today);
    if ((await this.store.filesOfDay()) >= reportFiles)
      throw new DomainError('FILE.QUOTA', '今天接收的举报材料已达上限，请先提交文字，明天再补充材料');
  }

  /** @param file lies apart under its id. @returns the token with which it is handed in. */
  async keepFile(file: Omit<MisconductFile, 'reportId'>): Promise<string> {
    await this.store.addFile({ ...file, reportId: null });
    return this.receipts.fileToken(file.id);
  }

  private async take(reportId: string, files: readonly (string | undefined)[]): Promise<void> {
    for (const { id, sha256 } of await this.store.claim(reportId, known(files)))
      await this.bytes.takeIn(id, sha256);
  }

  private run(
    actor: Actor,
    name: string,
    { clientMutationId, ...input }: { readonly clientMutationId: string },
    work: (tx: Tx) => Promise<{ readonly id: string }>,
  ): Promise<{ readonly id: string }> {
    const sealed = { sealed: this.receipts.seal(input) };
    return this.work.run({ domain: 'challenges', name, actor, clientMutationId, input: sealed }, work);
  }

  /** Of what can be no code: a hash that no report has. */
  private hashOf(code: string): string {
    return this.receipts.hashOf(code) ?? '';
  }

  /** What it is about, as far as the reporter sees it. */
  private async aboutOf(
    actor: Actor,
    { callId, projectId }: Types.FileMisconductReportInput,
  ): Promise<Pick<MisconductReport, 'callId' | 'projectId' | 'divisionCode'>> {
    const project = projectId == null ? undefined : (await this.projects.byIds([projectId])).get(projectId);
    if (projectId != null && project === undefined) throw notFound('该项目');
    const about = project?.callId ?? callId ?? null;
    if (about === null) return { callId: null, projectId: null, divisionCode: this.city.code };
    const call = (await this.callsStore.byIds(actor, [about])).get(about);
    if (call === undefined) throw notFound('该榜单');
    return { callId: about, projectId: project?.id ?? null, divisionCode: call.divisionCode };
  }

  private async fileFaults(files: readonly (string | undefined)[], before = 0) {
    const ids = known(files);
    const found = new Violations()
      .when(
        files.length + before > REPORT_LIMITS.files,
        'files',
        ChallengeCodes.TOO_MANY,
        '材料最多 10 个文件',
      )
      .when(
        ids.length < files.length || (await this.store.unclaimed(ids)) < ids.length,
        'files',
        ChallengeCodes.FILE_UNKNOWN,
        '有文件没有收到，请移除后重新选择',
      );
    return found.found;
  }
}

const known = (files: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(files.flatMap((id) => id ?? [])),
];
