import { demoActor, demoPerson } from './city.js';
import { ENTERPRISE, odd, oddly, UNIVERSITY } from './trial-cast.js';
import { BUREAU, contractNow, daysFrom, type ContractCast } from './trial-contract-cast.js';
import { at, type Subject } from './walk.js';

/** Registries, absence, templates, declared relations. */
export async function tryOffices(cast: ContractCast): Promise<void> {
  const { trials, outsiders, admin, registrar, today } = cast;
  const { registrationOffices } = await admin.query<{
    registrationOffices: (Subject & { divisionCode: string; name: string; numberPrefix: string })[];
  }>('{ registrationOffices { id version divisionCode name numberPrefix } }');
  const office = registrationOffices.find(({ id }) => id === BUREAU);
  if (office === undefined) throw new Error('the city has no registry');
  await trials.run({
    mutation: 'saveRegistrationOffice',
    who: admin,
    others: outsiders,
    input: {
      ...at(office),
      name: office.name,
      numberPrefix: office.numberPrefix,
      basis: odd('晋科发〔2026〕3号'),
      active: true,
    },
    repeatable: true,
  });
  const named = await trials.run<{ standIns: { id: string }[] }>({
    mutation: 'nameDeputy',
    who: registrar,
    others: outsiders,
    input: {
      officeId: BUREAU,
      absentId: demoPerson('registrar1').id,
      deputyId: demoPerson('registrar2').id,
      from: daysFrom(today, 20),
      until: daysFrom(today, 25),
      reason: odd('休假'),
    },
    more: 'standIns { id }',
  });
  await trials.run({
    mutation: 'endStandIn',
    who: registrar,
    others: outsiders,
    input: { id: named.standIns[0]?.id ?? '' },
  });
  await trials.run({
    mutation: 'saveOpinionTemplate',
    who: admin,
    others: outsiders,
    input: {
      officeId: BUREAU,
      purpose: 'RETURN',
      name: oddly('补正通用'),
      text: `{项目名称}：${oddly('请补充')}`,
      active: true,
    },
    repeatable: true,
  });
}

export async function tryRelations(cast: ContractCast): Promise<void> {
  const { trials, outsiders, third } = cast;
  const [anonymous] = outsiders;
  const nobody = anonymous === undefined ? [] : [anonymous];
  await trials.run({
    mutation: 'declareRelation',
    who: third,
    others: nobody,
    input: { organisationId: ENTERPRISE, note: odd('配偶在该单位任职') },
    repeatable: true,
  });
  const { myDeclaredRelations } = await third.query<{ myDeclaredRelations: { id: string }[] }>(
    '{ myDeclaredRelations { id } }',
  );
  await trials.run({
    mutation: 'endRelation',
    who: third,
    others: outsiders,
    input: { id: myDeclaredRelations[0]?.id ?? '' },
    repeatable: true,
  });
}

/** Figures, the national system, calculations, replays of the rules. */
export async function tryFigures(cast: ContractCast, contract: Subject): Promise<void> {
  const { city, trials, outsiders, office, registrar } = cast;
  const [anonymous] = outsiders;
  const nobody = anonymous === undefined ? [] : [anonymous];
  await trials.run({
    mutation: 'exportToNational',
    who: registrar,
    // Another bureau's registrar exports the contracts of the own.
    others: nobody,
    input: { again: true },
    repeatable: true,
  });
  const { month } = await city
    .as(demoActor('officer'))
    .query<{ month: string | null }>('{ month: nextStatisticsMonth }');
  if (month === null) throw new Error('no month is over');
  await trials.run({
    mutation: 'closeStatisticsMonth',
    who: city.who('officer'),
    others: outsiders,
    input: { month },
  });
  await trials.run({
    mutation: 'saveCalculation',
    who: office,
    others: nobody,
    input: {
      calculator: 'stamp-duty',
      title: odd('这份合同的印花税'),
      // A contract knows what was agreed, not how large its parties are.
      inputs: { ...(await prefill(cast, contract)), small: false },
      contractId: contract.id,
    },
    repeatable: true,
  });
  await trials.run({
    mutation: 'replayRules',
    who: registrar,
    // Another bureau's registrar replays the contracts of the own.
    others: [...nobody, office],
    input: { ruleSet: '2026' },
    repeatable: true,
  });
}

const prefill = async ({ office }: ContractCast, { id }: Subject): Promise<object> => {
  const { inputs } = await office.query<{ inputs: object }>(
    'query ($id: ID!) { inputs: calculatorPrefill(calculator: "stamp-duty", contractId: $id) }',
    { id: (await contractNow(office, { id })).id },
  );
  return inputs;
};

/** 年度报告 of last year. */
export async function tryAnnualReport(cast: ContractCast): Promise<void> {
  const { trials, outsiders, office, city, today } = cast;
  const year = Number(today.slice(0, 4)) - 1;
  const of = { organisationId: UNIVERSITY, year };
  const versionNow = async (): Promise<number> =>
    (
      await office.query<{ annualReport: { version: number } }>(
        'query ($organisationId: ID!, $year: Int!) { annualReport(organisationId: $organisationId, year: $year) { version } }',
        of,
      )
    ).annualReport.version;
  const run = async (mutation: string, who: typeof office, input: object = {}, repeatable = false) =>
    trials.run({
      mutation,
      who,
      others: outsiders,
      input: { ...of, expectedVersion: await versionNow(), ...input },
      repeatable,
    });
  const items = [
    'results',
    'newProjects',
    'newProjectFunds',
    'partTime',
    'leaveToStart',
    'companies',
    'offices',
    'officeStaff',
    'officeBudget',
    'jointPlatforms',
  ].map((key) => ({ key, number: 1 }));
  await run('saveAnnualReport', office, { items }, true);
  await run('submitAnnualReport', office);
  await run('returnAnnualReport', city.who('officer'), { reason: odd('请核对收入') });
  await run('submitAnnualReport', office);
  await run('acceptAnnualReport', city.who('officer'));
}
