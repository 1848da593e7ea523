import { Injectable } from '@nestjs/common';
import {
  Codes,
  DomainError,
  isPlatformAdmin,
  scopesOf,
  covers,
  type Actor,
  type Violation,
} from '@jihui/kernel';
import {
  City,
  runImport,
  shown,
  uuidv7,
  Work,
  type Columns,
  type Importer,
  type ImportCounts,
  type ImportJob,
  type ParsedRow,
  type RowOutcome,
  type RowProblem,
  type SourceRow,
  type Tx,
} from '@jihui/platform';
import { IdentityCodes } from '../core/errors.js';
import {
  checkOptionalFields,
  checkRegisteredFacts,
  normaliseForm,
  scopeOf,
  type Divisions,
} from '../core/organisation/form.js';
import type { Organisation, OrganisationForm } from '../core/organisation/organisation.js';
import { signedIn } from '../auth/request.js';
import { IdentityEvents } from '../identity.events.js';
import { OrganisationsStore } from '../store/organisations.store.js';
import { isYes, kindOf, organisationColumns, partyNatureOf, textOf, type ColumnKey } from './columns.js';

interface OrganisationRecord {
  readonly externalId: string | null;
  /** With what is usual where the row says nothing: for a new organisation. */
  readonly form: OrganisationForm;
  /** What the row itself says: for one that is there already. */
  readonly told: Partial<OrganisationForm>;
}

/**
 * Takes a register of organisations in: each row by its 统一社会信用代码 and the register's own key,
 * so that taking it in again changes nothing. What is imported is ACTIVE and has no members; its
 * first administrator asks to join and is admitted by the bureau.
 */
@Injectable()
export class OrganisationsImport implements Importer {
  constructor(
    private readonly work: Work,
    private readonly organisations: OrganisationsStore,
    private readonly events: IdentityEvents,
    private readonly city: City,
  ) {}

  /** @throws DomainError FORBIDDEN for anybody but officers and the system. */
  async run(job: ImportJob): Promise<ImportCounts> {
    const { actor } = job;
    refuseOutsiders(actor);
    const columns = organisationColumns();
    return runImport<OrganisationRecord>({
      rows: job.rows,
      parse: (row) => this.parse(row, columns, actor),
      store: (batch) =>
        job.dryRun ? this.compare(batch, actor, columns) : this.store(batch, actor, columns),
      report: (problems) => job.report(problems),
      progress: (counts) => job.progress?.(counts),
    });
  }

  /** The record of a row, or everything that is wrong with it. */
  parse(
    row: SourceRow,
    columns: Columns<ColumnKey>,
    actor: Actor,
  ): OrganisationRecord | readonly RowProblem[] {
    const values = columns.read(row.cells);
    const text = (key: ColumnKey): string => textOf(values[key]);
    const kind = kindOf(text('kind')) ?? kindOf(text('name'));
    const form = normaliseForm({
      name: text('name'),
      kind: kind ?? 'OTHER',
      uscc: text('uscc'),
      divisionCode: this.divisionOf(text('divisionCode')),
      partyNature: partyNatureOf(text('partyNature'), kind),
      stateEstablished: isYes(text('stateEstablished')),
      legalRepresentative: text('legalRepresentative').slice(0, 50),
      address: text('address').slice(0, 200),
      contactName: text('contactName').slice(0, 50),
      contactPhone: text('contactPhone').slice(0, 30),
      contactEmail: text('contactEmail'),
      website: text('website'),
      introduction: text('introduction'),
    });
    const violations: Violation[] = [
      ...checkRegisteredFacts(form, this.divisions).found,
      ...checkOptionalFields(form),
    ];
    if (!mayImport(actor, scopeOf(form.divisionCode, this.divisions)))
      violations.push({ path: 'divisionCode', code: Codes.FORBIDDEN, message: '该区划不在您的管辖范围内' });
    if (violations.length === 0)
      return { externalId: text('externalId') || null, form, told: told(form, text) };
    return violations.map(({ path, code, message }) => ({
      row: row.row,
      column: columns.headerOf(path),
      value: shown(values[path as ColumnKey]),
      code,
      message,
    }));
  }

  /** What storing would do, for a dry run. */
  private async compare(
    batch: readonly ParsedRow<OrganisationRecord>[],
    actor: Actor,
    columns: Columns<ColumnKey>,
  ): Promise<readonly RowOutcome[]> {
    const known = await this.known(batch);
    return batch.map(({ row, record }) => {
      const before = known(record);
      if (before === undefined) return 'created';
      const refusal = refusalOf(before, record, actor);
      if (refusal !== undefined) return [problemOf(row, record, columns, refusal)];
      return isSame(before, record) ? 'unchanged' : 'updated';
    });
  }

  /** Stores a batch in one transaction; one code twice in a batch is the same organisation twice. */
  async store(
    batch: readonly ParsedRow<OrganisationRecord>[],
    actor: Actor,
    columns: Columns<ColumnKey>,
  ): Promise<readonly RowOutcome[]> {
    return this.work.run({ domain: 'identity', name: 'importOrganisations', actor }, async (tx) => {
      const known = await this.known(batch);
      const fresh = new Map<string, Organisation>();
      const outcomes: RowOutcome[] = [];
      for (const { row, record } of batch) {
        const stored = known(record);
        const before = fresh.get(record.form.uscc) ?? stored;
        const refusal = before && refusalOf(before, record, actor);
        if (refusal !== undefined) outcomes.push([problemOf(row, record, columns, refusal)]);
        else if (before !== undefined && isSame(before, record)) outcomes.push('unchanged');
        else {
          if (stored === undefined) fresh.set(record.form.uscc, this.merged(tx, before, record));
          else await this.change(tx, stored, this.merged(tx, stored, record));
          outcomes.push(before === undefined ? 'created' : 'updated');
        }
      }
      await this.create(tx, [...fresh.values()]);
      return outcomes;
    });
  }

  /** Registered facts follow the register; what is empty in the file leaves what its members wrote. */
  private merged(
    tx: Tx,
    before: Organisation | undefined,
    { form, told: said, externalId }: OrganisationRecord,
  ): Organisation {
    if (before !== undefined) {
      const after = { ...before, ...said, externalId: externalId ?? before.externalId };
      return { ...after, scopeCode: scopeOf(after.divisionCode, this.divisions) };
    }
    const scopeCode = scopeOf(form.divisionCode, this.divisions);
    const times = { createdAt: tx.now, updatedAt: tx.now };
    return {
      ...form,
      ...times,
      id: uuidv7(),
      version: 1,
      state: 'ACTIVE',
      scopeCode,
      decisionReason: '',
      externalId,
    };
  }

  private async create(tx: Tx, organisations: readonly Organisation[]): Promise<void> {
    await this.organisations.insertAll(organisations);
    await tx.auditAll(
      organisations.map((after) => ({ stream: `Organisation:${after.id}`, action: 'import', after })),
    );
    for (const organisation of organisations)
      await this.events.organisationChanged(tx, organisation, 'import');
  }

  private async change(tx: Tx, before: Organisation, wanted: Organisation): Promise<void> {
    const after = await this.organisations.update(before, wanted);
    await tx.audit({ stream: `Organisation:${after.id}`, action: 'import', before, after });
    await this.events.organisationChanged(tx, after, 'import');
  }

  private async known(
    batch: readonly ParsedRow<OrganisationRecord>[],
  ): Promise<(record: OrganisationRecord) => Organisation | undefined> {
    const usccs = batch.map(({ record }) => record.form.uscc);
    const keys = batch.flatMap(({ record }) => record.externalId ?? []);
    const byUscc = new Map((await this.organisations.byUsccs(usccs)).map((found) => [found.uscc, found]));
    const byKey = new Map(
      (await this.organisations.byExternalIds(keys)).map((found) => [found.externalId, found]),
    );
    return ({ form, externalId }) =>
      (externalId === null ? undefined : byKey.get(externalId)) ?? byUscc.get(form.uscc);
  }

  /** A code as it is, or the code of a name as the city writes it. */
  private divisionOf(text: string): string {
    const named = this.city.divisions.find(
      (division) => division.name === text || `${this.city.name}${division.name}` === text,
    );
    return named?.code ?? text;
  }

  private get divisions(): Divisions {
    return { cityCode: this.city.code, isDivision: (code) => this.city.isDivision(code) };
  }
}

/** The fields whose cells are not empty: an empty one says nothing, not even “no”. */
const told = (form: OrganisationForm, text: (key: ColumnKey) => string): Partial<OrganisationForm> =>
  Object.fromEntries(Object.entries(form).filter(([key]) => text(key as ColumnKey) !== ''));

const isSame = (before: Organisation, { told: said, externalId }: OrganisationRecord): boolean =>
  (externalId === null || externalId === before.externalId) &&
  (Object.entries(said) as [keyof OrganisationForm, unknown][]).every(
    ([key, value]) => before[key] === value,
  );

/** Why the row may not change the organisation that it names. */
function refusalOf(before: Organisation, { form }: OrganisationRecord, actor: Actor): Violation | undefined {
  if (before.uscc !== form.uscc)
    return {
      path: 'externalId',
      code: IdentityCodes.USCC_TAKEN,
      message: '这个编号已属于另一统一社会信用代码，请核对编号',
    };
  if (before.kind.startsWith('BUREAU_'))
    return { path: 'uscc', code: Codes.FORBIDDEN, message: '主管部门的资料不能批量导入，请在机构页面更正' };
  if (!mayImport(actor, before.scopeCode))
    return { path: 'uscc', code: Codes.FORBIDDEN, message: '该机构现属其他区划，请由市级科技主管部门办理' };
  return undefined;
}

const problemOf = (
  row: number,
  { form, externalId }: OrganisationRecord,
  columns: Columns<ColumnKey>,
  { path, code, message }: Violation,
): RowProblem => ({
  row,
  column: columns.headerOf(path),
  value: path === 'uscc' ? form.uscc : shown(externalId),
  code,
  message,
});

function refuseOutsiders(actor: Actor): void {
  signedIn(actor);
  if (actor.kind !== 'system' && !isPlatformAdmin(actor) && scopesOf(actor, 'OFFICER').length === 0)
    throw new DomainError(Codes.FORBIDDEN, '只有科技主管部门可以批量导入机构');
}

const mayImport = (actor: Actor, scopeCode: string): boolean =>
  actor.kind === 'system' ||
  isPlatformAdmin(actor) ||
  scopesOf(actor, 'OFFICER').some((scope) => covers(scope, scopeCode));
