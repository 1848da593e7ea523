import { aProject, PROJECT_ACTORS, type ProjectWho } from '../../../test/project.fixture.js';
import type { ProjectAction } from '../projects/lifecycle.js';
import { projectLifecycle } from '../projects/lifecycle.js';
import { FILE_LIMITS, RECORD_FILE_KINDS, type KeptFile } from './kept-file.js';
import { fileKindOf, filesFaults, filesOf, readsProjectFiles } from './project-files.js';

const file = (id: string): KeptFile => ({
  ...{ id, name: `${id}.pdf`, size: 1, type: 'application/pdf', sha256: id.repeat(64).slice(0, 64) },
});
const codes = (action: ProjectAction, offered: readonly string[], known: readonly KeptFile[]) =>
  filesFaults(action, offered, known).map(({ path, code }) => `${path} ${code}`);

describe('files of projects', () => {
  it('cannot be done without where they prove the act, and are taken by no act but those named', () => {
    const needed = projectLifecycle.actions.filter((action) => codes(action, [], []).length > 0);
    expect([...needed].sort()).toEqual(['applyAcceptance', 'provePayment', 'report', 'sign']);
    for (const action of projectLifecycle.actions) {
      const kind = fileKindOf(action);
      if (kind !== undefined) expect(RECORD_FILE_KINDS).toContain(kind);
      expect(codes(action, ['a'], [file('a')])).toEqual(
        kind === undefined ? ['files CHALLENGES.FILE_UNKNOWN'] : [],
      );
    }
  });

  it('are all known, and as many as one record holds', () => {
    expect(codes('report', ['a', 'b'], [file('a')])).toEqual(['files CHALLENGES.FILE_UNKNOWN']);
    expect(codes('report', ['a', 'a'], [file('a')])).toEqual([]);
    const many = Array.from({ length: FILE_LIMITS.perRecord + 1 }, (_, at) => `${at}`);
    expect(codes('report', many, many.map(file))).toEqual(['files CHALLENGES.TOO_MANY']);
  });

  it('are read by the sides, the bureau and the supervisor', () => {
    const project = aProject('RUNNING');
    const readers = (Object.keys(PROJECT_ACTORS) as ProjectWho[]).filter((who) =>
      readsProjectFiles(PROJECT_ACTORS[who], project),
    );
    expect(readers.sort()).toEqual(['officer', 'owner', 'supervisor', 'undertaker']);
  });

  it('stand in the records, each in the folder of its own', () => {
    const [milestone] = aProject('RUNNING').milestones;
    const row = { day: '2026-01-02', amount: 1, voucher: 'v', personIds: [], instalment: null };
    const project = aProject('ACCEPTED', {
      taskBook: { number: 'RW1', signedOn: '2026-01-01', endsOn: '2028-01-01', files: [file('a')] },
      milestones: [{ ...milestone!, report: { ...milestone!.report!, files: [file('b'), file('c')] } }],
      changes: [{ kind: 'PEOPLE', reason: '', endsOn: null, at: '', files: [file('d')] }],
      inspections: [{ day: '2026-01-02', findings: '', rectifyBy: null, personId: 'x', files: [file('e')] }],
      // From before there were files.
      entries: [
        { ...row, kind: 'APPROPRIATED' },
        { ...row, kind: 'PAID', instalment: 'P1', files: [file('f')] },
      ],
      ownerPayments: [{ day: '2026-01-02', amount: 1, receipt: 'r', at: '', files: [file('g')] }],
      acceptance: {
        ...{ appliedAt: '', summary: '', measurements: [], opinion: '', rectifyBy: null },
        ...{ files: [file('h')], conclusionFiles: [file('j')] },
        userReport: { satisfied: true, text: '', files: [file('i')] },
      },
    });
    expect(filesOf(project).map((placed) => `${placed.file.id} ${placed.record}`)).toEqual([
      'a task-book',
      'b milestones/M1',
      'c milestones/M1',
      'd changes/1',
      'e inspections/1',
      'f payments/2',
      'g owner-receipts/1',
      'h acceptance/material',
      'i acceptance/user-report',
      'j acceptance/conclusion',
    ]);
    expect(filesOf(aProject('RUNNING'))).toEqual([]);
  });
});
