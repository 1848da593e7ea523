import type { ReactNode } from 'react';
import { choicesOf, nameIn, useCity, useCodeTables, useNameOf } from '../api/city.js';
import { DataTable } from '../design/DataTable.js';
import { Facts, Section, type Fact } from '../design/DetailPage.js';
import { Term } from '../design/Tip.js';
import { FileLinks } from '../design/UploadList.js';
import { Day, Money } from '../design/Values.js';
import type { ContractFileKind } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import css from './Contracts.module.css';
import { formWords } from './form/formWords.js';
import { contractLabels, useKindName } from './labels.js';
import { receiptWords } from './proceedings/receiptWords.js';
import { ReadingStatus } from './text/ReadingStatus.js';
import type { Contract, Party } from './types.js';
import { contractWords } from './words.js';
import { common } from '../i18n/common.js';

/** Facts whose value is there; what the viewer's sight does not cover is left out. */
const stated = (entries: readonly (readonly [ReactNode, ReactNode])[]): Fact[] =>
  entries.flatMap(([label, value]) =>
    value === null || value === undefined || value === '' ? [] : [{ label, value }],
  );

function PartyFacts({ party }: { party: Party }) {
  const t = useWords(formWords);
  const { list } = useWords(common);
  const labels = useWords(contractLabels);
  const city = useCity();
  const nameOf = useNameOf();
  const marks = [
    party.highTech && t.highTech,
    party.technologySme && t.technologySme,
    party.listed && t.listed,
  ].filter(Boolean);
  return (
    <Facts
      facts={stated([
        [t.name, party.name],
        [
          labels.identifier[party.identifierKind],
          party.identifier && <span className="mono">{party.identifier}</span>,
        ],
        [t.nature, nameOf('partyNatures', party.nature, party.natureName)],
        [t.division, nameIn(city?.divisions, party.divisionCode)],
        [t.legalRepresentative, party.legalRepresentative],
        [t.contactName, [party.contactName, party.contactPhone].filter(Boolean).join(' ')],
        [t.bankName, [party.bankName, party.bankAccount].filter(Boolean).join(' ')],
        [t.marks, list(marks)],
      ])}
    />
  );
}

function ContentFacts({ contract }: { contract: Contract }) {
  const t = useWords(formWords);
  const { list } = useWords(common);
  const labels = useWords(contractLabels);
  const tables = useCodeTables();
  const nameOf = useNameOf();
  const { content } = contract;
  const trl = choicesOf(tables?.trlLevels).find((level) => level.value === String(content.trl ?? ''))?.label;
  return (
    <>
      {content.summary && <p className="prose">{content.summary}</p>}
      <Facts
        facts={stated([
          [t.techField, nameOf('techFields', content.techField, content.techFieldName)],
          [t.ipKind, content.ipKind && labels.ip[content.ipKind]],
          [t.planSource, nameOf('planSources', content.planSource, content.planSourceName)],
          [t.projectNumber, content.projectNumber],
          [
            t.industry,
            nameIn(tables?.industryDivisions, content.industryDivision) ||
              nameIn(tables?.industrySections, content.industry),
          ],
          [t.goal, nameIn(tables?.socioEconomicGoals, content.socioEconomicGoal)],
          [t.trl, trl],
        ])}
      />
      {content.ipRights.length > 0 && (
        <DataTable
          caption={t.ipRights}
          rows={content.ipRights}
          keyOf={(right, index) => `${right.number}:${index}`}
          columns={[
            { key: 'kind', title: t.rightKind, render: (right) => labels.ip[right.kind] },
            { key: 'title', title: t.rightTitle, render: (right) => right.title },
            {
              key: 'number',
              title: t.rightNumber,
              render: (right) => <span className="mono">{right.number || '—'}</span>,
            },
            { key: 'status', title: t.rightStatus, render: (right) => labels.ipStatus[right.status] },
            { key: 'filed', title: t.filedOn, render: (right) => <Day on={right.filedOn} /> },
            { key: 'owners', title: t.owners, render: (right) => list(right.owners) || '—' },
          ]}
        />
      )}
      {[
        [t.ownership, content.ownershipClause],
        [t.confidentiality, content.confidentialityClause],
        [t.acceptance, content.acceptanceClause],
      ].map(
        ([label, value]) =>
          value && (
            <div key={label}>
              <h3>{label}</h3>
              <p className="prose">{value}</p>
            </div>
          ),
      )}
    </>
  );
}

function MoneyFacts({ contract }: { contract: Contract }) {
  const t = useWords(formWords);
  const labels = useWords(contractLabels);
  const r = useWords(receiptWords);
  const { money } = contract;
  const { royalty } = money;
  return (
    <>
      <Facts
        facts={[
          { label: t.total, value: <Money fen={money.total} /> },
          {
            label: <Term explanation={t.technicalTerm}>{t.technical}</Term>,
            value: <Money fen={money.technical} />,
          },
          ...stated([
            [t.paymentMode, money.paymentMode && labels.payment[money.paymentMode]],
            [t.royaltyBase, royalty?.base && labels.royaltyBase[royalty.base]],
            [t.rate, royalty?.rateBasisPoints && `${royalty.rateBasisPoints / 100}%`],
            [t.years, royalty?.years],
            [
              t.expectedInvestment,
              money.expectedInvestment !== null && money.expectedInvestment !== undefined && (
                <Money fen={money.expectedInvestment} />
              ),
            ],
            [
              t.expectedOutput,
              money.expectedOutput !== null && money.expectedOutput !== undefined && (
                <Money fen={money.expectedOutput} />
              ),
            ],
            [t.lowRatioReason, money.lowRatioReason],
          ]).filter((fact) => fact.value !== false),
        ]}
      />
      {money.deductions.length > 0 && (
        <DataTable
          caption={t.deductions}
          rows={money.deductions}
          keyOf={(row, index) => `${row.kind}:${index}`}
          columns={[
            { key: 'kind', title: t.kind, render: (row) => labels.deduction[row.kind] },
            { key: 'name', title: t.itemName, render: (row) => row.name },
            { key: 'amount', title: t.amount, right: true, render: (row) => <Money fen={row.amount} /> },
            { key: 'clause', title: t.clause, render: (row) => row.clause },
          ]}
        />
      )}
      {money.receipts.length > 0 && (
        <DataTable
          caption={r.history}
          rows={money.receipts}
          keyOf={({ from }) => from}
          columns={[
            {
              key: 'period',
              title: r.period,
              render: (row) => (
                <>
                  <Day on={row.from} /> – <Day on={row.until} />
                </>
              ),
            },
            { key: 'receivedOn', title: r.receivedOn, render: (row) => <Day on={row.receivedOn} /> },
            { key: 'base', title: r.base, right: true, render: (row) => <Money fen={row.base} /> },
            { key: 'rate', title: r.rate, right: true, render: (row) => `${row.rateBasisPoints / 100}%` },
            {
              key: 'supplement',
              title: r.supplement,
              right: true,
              render: (row) => <Money fen={row.supplement} />,
            },
          ]}
        />
      )}
      {money.carriers.length > 0 && (
        <DataTable
          caption={t.carriers}
          rows={money.carriers}
          keyOf={(row, index) => `${row.kind}:${index}`}
          columns={[
            { key: 'kind', title: t.kind, render: (row) => labels.carrier[row.kind] },
            { key: 'name', title: t.itemName, render: (row) => row.name },
            { key: 'quantity', title: t.quantity, right: true, render: (row) => row.quantity },
            { key: 'cost', title: t.cost, right: true, render: (row) => <Money fen={row.cost} /> },
          ]}
        />
      )}
    </>
  );
}

function FlagFacts({ contract }: { contract: Contract }) {
  const t = useWords(formWords);
  const { list } = useWords(common);
  const labels = useWords(contractLabels);
  const { flags, declaration } = contract;
  const yesNo = (value: boolean | null | undefined): string | null =>
    value === null || value === undefined ? null : value ? t.yes : t.no;
  return (
    <Facts
      facts={stated([
        [t.foreign, flags.foreign && labels.foreign[flags.foreign]],
        [t.foreignLicence, flags.foreignLicenceNumber],
        [t.secret, yesNo(flags.secret)],
        [t.related, yesNo(flags.relatedParties)],
        [t.plan, yesNo(flags.planProject)],
        [t.challenge, yesNo(flags.challengeCall)],
        [t.challengeNumber, flags.challengeNumber],
        [t.pricing, flags.pricingMethod && labels.pricing[flags.pricingMethod]],
        [t.tax, list(flags.taxBenefits.map((benefit) => labels.tax[benefit]))],
        [t.resultNumber, flags.resultRegistrationNumber],
        [t.signatory, declaration?.truthful && declaration.signatory],
      ]).filter((fact) => fact.value !== false)}
    />
  );
}

/** The application to read, as far as the viewer's sight reaches. */
export function ContractDetails({ contract }: { contract: Contract }) {
  const t = useWords(contractWords);
  const f = useWords(formWords);
  const labels = useWords(contractLabels);
  const kindOf = useKindName();
  const full = contract.sight !== 'BUREAU';
  const kinds = [...new Set(contract.files.map((file) => file.kind))];
  return (
    <div className={css['details']}>
      <Section title={t.project} id="project">
        <Facts
          facts={stated([
            [t.class, kindOf(contract)],
            [f.licenceMode, contract.licenceMode && labels.licence[contract.licenceMode]],
            [f.signedOn, contract.signedOn && <Day on={contract.signedOn} />],
            [f.signedAt, contract.signedAt],
            [
              `${f.effectiveFrom} – ${f.effectiveTo}`,
              contract.effectiveFrom && (
                <>
                  <Day on={contract.effectiveFrom} /> – <Day on={contract.effectiveTo} />
                </>
              ),
            ],
            [f.modelText, full && contract.modelText !== null && (contract.modelText ? f.yes : f.no)],
            [f.electronic, full && contract.electronic !== null && (contract.electronic ? f.yes : f.no)],
          ]).filter((fact) => fact.value !== false)}
        />
      </Section>
      <Section title={t.sellers} id="sellers">
        {contract.sellers.map((party, index) => (
          <PartyFacts key={index} party={party} />
        ))}
      </Section>
      <Section title={t.buyers} id="buyers">
        {contract.buyers.map((party, index) => (
          <PartyFacts key={index} party={party} />
        ))}
      </Section>
      {contract.brokers.length > 0 && (
        <Section title={t.brokers} id="brokers">
          <DataTable
            caption={t.brokers}
            rows={contract.brokers}
            keyOf={(broker, index) => `${broker.name}:${index}`}
            columns={[
              { key: 'name', title: f.name, render: (broker) => broker.name },
              { key: 'fee', title: f.fee, right: true, render: (broker) => <Money fen={broker.fee} /> },
              {
                key: 'payer',
                title: f.payer,
                render: (broker) => (broker.payer ? labels.payer[broker.payer] : '—'),
              },
            ]}
          />
        </Section>
      )}
      <Section title={t.money} id="money">
        <MoneyFacts contract={contract} />
      </Section>
      {full && (
        <>
          <Section title={t.content} id="content">
            <ContentFacts contract={contract} />
          </Section>
          {kinds.length > 0 && (
            <Section title={t.files} id="files">
              {kinds.map((kind: ContractFileKind) => (
                <div key={kind}>
                  <h3>{labels.file[kind]}</h3>
                  <FileLinks files={contract.files.filter((file) => file.kind === kind)} />
                  {contract.files
                    .filter((file) => file.kind === kind)
                    .map((file) => (
                      <ReadingStatus key={file.id} contractId={contract.id} file={file} named />
                    ))}
                </div>
              ))}
            </Section>
          )}
          <Section title={t.flags} id="flags">
            <FlagFacts contract={contract} />
          </Section>
        </>
      )}
    </div>
  );
}
