import { defineLifecycle } from '@jihui/kernel';

/** What may be done while a project runs, whatever stage it is in; a suspension is a mark, so that it comes back to where it was. */
const running = <S extends string>(state: S) =>
  ({
    appropriate: state,
    requestPayment: state,
    refusePayment: state,
    pay: state,
    provePayment: state,
    inspect: state,
    suspend: state,
    resume: state,
    terminate: 'TERMINATED',
  }) as const;

/** What is left of the money of a project that has ended. */
const ended = <S extends string>(state: S) =>
  ({
    recover: state,
    giveBack: state,
    proposeExemption: state,
    reviewExemption: state,
    decideExemption: state,
    settle: 'SETTLED',
  }) as const;

/** 立项签约 → 实施 → 验收 → 绩效、结算 (reference B5, B8). */
const table = {
  AWARDED: { sign: 'RUNNING', lapse: 'LAPSED' },
  RUNNING: {
    linkContract: 'RUNNING',
    report: 'RUNNING',
    assess: 'RUNNING',
    change: 'RUNNING',
    eliminate: 'ELIMINATED',
    applyAcceptance: 'ACCEPTANCE',
    ...running('RUNNING'),
  },
  ACCEPTANCE: {
    giveUserReport: 'ACCEPTANCE',
    accept: 'ACCEPTED',
    conclude: 'CONCLUDED',
    reject: 'RECTIFYING',
    ...running('ACCEPTANCE'),
  },
  // 整改: once, then accepted, concluded, or ended.
  RECTIFYING: { applyAcceptance: 'ACCEPTANCE', ...running('RECTIFYING') },
  ACCEPTED: {
    appropriate: 'ACCEPTED',
    requestPayment: 'ACCEPTED',
    refusePayment: 'ACCEPTED',
    pay: 'ACCEPTED',
    provePayment: 'ACCEPTED',
    registerResult: 'ACCEPTED',
    reportBenefit: 'ACCEPTED',
    ...ended('ACCEPTED'),
  },
  CONCLUDED: ended('CONCLUDED'),
  TERMINATED: ended('TERMINATED'),
  ELIMINATED: ended('ELIMINATED'),
  // Registers take their time: what a project brought about is entered after its settlement as well.
  SETTLED: { registerResult: 'SETTLED', reportBenefit: 'SETTLED' },
  LAPSED: {},
} as const;

export type ProjectState = keyof typeof table;
type ActionsOf<T> = T extends unknown ? keyof T : never;
export type ProjectAction = ActionsOf<(typeof table)[ProjectState]>;

export const projectLifecycle = defineLifecycle<ProjectState, ProjectAction>({
  name: 'Project',
  initial: 'AWARDED',
  table,
});
