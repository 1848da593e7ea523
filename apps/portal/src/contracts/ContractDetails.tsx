import type { ReactNode } from 'react';
import { choicesOf, nameIn, useCity, useCodeTables, useNameOf } from '../api/city.js';
import { DataTable } from '../design/DataTable.js';
import { Facts, Section } from '../design/DetailPage.js';
import { FileLinks } from '../design/UploadList.js';
import { Day, Money } from '../design/Values.js';
import type { ContractFileKind } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import css from './Contracts.module.css';
import { formWords } from './form/formWords.js';
import { CHINA, useCountryName } from './form/countries.js';
import { useLanguageName } from './form/languages.js';
import { contractLabels, useKindName } from './labels.js';
import { MoneyFacts } from './MoneyFacts.js';
import { ReadingStatus } from './text/ReadingStatus.js';
import type { Contract, Party } from './types.js';
import { stated } from './stated.js';
import { contractWords } from './words.js';
import { common } from '../i18n/common.js';

function PartyFacts({ party }: { party: Party }) {
  const t = useWords(formWords);
  const { list } = useWords(common);
  const labels = useWords(contractLabels);
  const city = useCity();
  const nameOf = useNameOf();
  const countryOf = useCountryName();
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
        [t.country, party.country === CHINA ? null : countryOf(party.country)],
        [t.nature, nameOf('partyNatures', party.nature, party.natureName)],
        [t.division, nameIn(city?.divisions, party.divisionCode)],
        [t.legalRepresentative, party.legalRepresentative],
        [t.contactName, [party.contactName, party.contactPhone].filter(Boolean).join(' ')],
        [t.bankName, [party.bankName, party.bankAccount].filter(Boolean).join(' ')],
        [t.controller, party.controller],
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
            { key: 'expires', title: t.expiresOn, render: (right) => <Day on={right.expiresOn} /> },
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
        [t.documentBasis, flags.documentBasis && labels.documentBasis[flags.documentBasis]],
        [t.mixed, yesNo(flags.mixed)],
        [t.translation, flags.translationFaithful && t.translationAgree],
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
        [t.declaredOn, declaration?.truthful && declaration.signedOn && <Day on={declaration.signedOn} />],
      ]).filter((fact) => fact.value !== false)}
    />
  );
}

function FilesPart({ contract }: { contract: Contract }) {
  const t = useWords(contractWords);
  const labels = useWords(contractLabels);
  const kinds = [...new Set(contract.files.map((file) => file.kind))];
  if (kinds.length === 0) return null;
  return (
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
  );
}

/**
 * The application to read, as far as the viewer's sight reaches.
 * @param files what stands in the place of the attachments with how they were read
 */
export function ContractDetails({ contract, files }: { contract: Contract; files?: ReactNode }) {
  const t = useWords(contractWords);
  const f = useWords(formWords);
  const labels = useWords(contractLabels);
  const kindOf = useKindName();
  const full = contract.sight !== 'BUREAU';
  const languageOf = useLanguageName();
  return (
    <div className={css['details']}>
      <Section title={t.project} id="project">
        <Facts
          facts={stated([
            [
              f.contractNumber,
              contract.contractNumber && <span className="mono">{contract.contractNumber}</span>,
            ],
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
            [f.language, full && contract.language && languageOf(contract.language)],
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
          {files ?? <FilesPart contract={contract} />}
          <Section title={t.flags} id="flags">
            <FlagFacts contract={contract} />
          </Section>
        </>
      )}
    </div>
  );
}
