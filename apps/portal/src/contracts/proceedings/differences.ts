import { choicesOf, nameIn, useCity, useCodeTables, useNameOf } from '../../api/city.js';
import { useMoneyText } from '../../design/Values.js';
import { useWords } from '../../i18n/index.js';
import { formWords } from '../form/formWords.js';
import { contractLabels, useKindName } from '../labels.js';
import { receiptWords } from './receiptWords.js';
import type { ContractTerms, Party } from '../types.js';
import { contractWords } from '../words.js';
import { common } from '../../i18n/common.js';

/** One field that differs, in words. */
export interface Difference {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between the registered form and the proposed one, field by field, as both are read. */
export function useDifferences(): (before: ContractTerms, after: ContractTerms) => readonly Difference[] {
  const f = useWords(formWords);
  const { list } = useWords(common);
  const c = useWords(contractWords);
  const labels = useWords(contractLabels);
  const r = useWords(receiptWords);
  const tables = useCodeTables();
  const city = useCity();
  const nameOf = useNameOf();
  const kindOf = useKindName();
  const money = useMoneyText();
  const fen = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : money(value);
  // What was never set reads as no: only what became another is shown.
  const yesNo = (value: boolean | null | undefined): string => (value ? f.yes : f.no);
  const joined = (parts: readonly (string | null | undefined | false)[]): string =>
    parts.filter(Boolean).join(' · ');
  const party = (one: Party): string =>
    joined([
      one.name,
      one.identifier,
      nameIn(city?.divisions, one.divisionCode) ?? one.divisionCode,
      nameOf('partyNatures', one.nature, one.natureName),
      one.legalRepresentative,
      one.contactName,
      one.contactPhone,
      one.bankName,
      one.bankAccount,
      one.controller,
      one.highTech && f.highTech,
      one.technologySme && f.technologySme,
      one.listed && f.listed,
    ]);
  const lines = (entries: readonly string[]): string => entries.join('\n');

  const rowsOf = (form: ContractTerms): readonly (readonly [string, string])[] => {
    const { content, flags, money: sum } = form;
    const { royalty } = sum;
    return [
      [f.title, form.title],
      [f.contractNumber, form.contractNumber ?? ''],
      [f.subclass, kindOf(form)],
      [f.licenceMode, form.licenceMode ? labels.licence[form.licenceMode] : ''],
      [f.signedOn, form.signedOn ?? ''],
      [f.signedAt, form.signedAt ?? ''],
      [f.effectiveFrom, form.effectiveFrom ?? ''],
      [f.effectiveTo, form.effectiveTo ?? ''],
      [f.modelText, yesNo(form.modelText)],
      [f.electronic, yesNo(form.electronic)],
      [f.language, form.language ?? ''],
      [c.sellers, lines(form.sellers.map(party))],
      [c.buyers, lines(form.buyers.map(party))],
      [
        c.brokers,
        lines(
          form.brokers.map((one) => joined([one.name, fen(one.fee), one.payer && labels.payer[one.payer]])),
        ),
      ],
      [f.summary, content.summary ?? ''],
      [f.techField, nameOf('techFields', content.techField, content.techFieldName) ?? ''],
      [f.ipKind, content.ipKind ? labels.ip[content.ipKind] : ''],
      [
        f.ipRights,
        lines(
          content.ipRights.map((right) =>
            joined([
              labels.ip[right.kind],
              right.title,
              right.number,
              labels.ipStatus[right.status],
              right.filedOn,
              right.expiresOn,
              list(right.owners),
            ]),
          ),
        ),
      ],
      [f.planSource, nameOf('planSources', content.planSource, content.planSourceName) ?? ''],
      [f.projectNumber, content.projectNumber ?? ''],
      [
        f.industry,
        nameIn(tables?.industryDivisions, content.industryDivision) ||
          nameIn(tables?.industrySections, content.industry),
      ],
      [f.goal, nameIn(tables?.socioEconomicGoals, content.socioEconomicGoal) ?? ''],
      [
        f.trl,
        choicesOf(tables?.trlLevels).find(({ value }) => value === String(content.trl ?? ''))?.label ?? '',
      ],
      [f.ownership, content.ownershipClause ?? ''],
      [f.confidentiality, content.confidentialityClause ?? ''],
      [f.acceptance, content.acceptanceClause ?? ''],
      [f.total, fen(sum.total)],
      [f.technical, fen(sum.technical)],
      [
        f.deductions,
        lines(
          sum.deductions.map((row) =>
            joined([labels.deduction[row.kind], row.name, fen(row.amount), row.clause]),
          ),
        ),
      ],
      [
        f.carriers,
        lines(
          sum.carriers.map((row) =>
            joined([labels.carrier[row.kind], row.name, String(row.quantity), fen(row.cost)]),
          ),
        ),
      ],
      [f.paymentMode, sum.paymentMode ? labels.payment[sum.paymentMode] : ''],
      [
        f.royalty,
        joined([
          royalty?.base && labels.royaltyBase[royalty.base],
          royalty?.trend && labels.royaltyTrend[royalty.trend],
          royalty?.rateBasisPoints ? `${royalty.rateBasisPoints / 100}%` : '',
          royalty?.years ? `${royalty.years} ${f.yearsUnit}` : '',
          royalty?.entryFee ? `${f.entryFee} ${fen(royalty.entryFee)}` : '',
          royalty?.cap ? `${f.cap} ${fen(royalty.cap)}` : '',
          royalty?.floor ? `${f.floor} ${fen(royalty.floor)}` : '',
        ]),
      ],
      [
        r.history,
        lines(
          sum.receipts.map((one) =>
            joined([`${one.from} – ${one.until}`, `${one.rateBasisPoints / 100}%`, fen(one.supplement)]),
          ),
        ),
      ],
      [f.expectedInvestment, fen(sum.expectedInvestment)],
      [f.expectedOutput, fen(sum.expectedOutput)],
      [f.lowRatioReason, sum.lowRatioReason ?? ''],
      [f.foreign, flags.foreign ? labels.foreign[flags.foreign] : ''],
      [f.foreignLicence, flags.foreignLicenceNumber ?? ''],
      [f.secret, yesNo(flags.secret)],
      [f.related, yesNo(flags.relatedParties)],
      [f.plan, yesNo(flags.planProject)],
      [f.challenge, yesNo(flags.challengeCall)],
      [f.challengeNumber, flags.challengeNumber ?? ''],
      [f.mixed, yesNo(flags.mixed)],
      [f.documentBasis, flags.documentBasis ? labels.documentBasis[flags.documentBasis] : ''],
      [f.translation, yesNo(flags.translationFaithful)],
      [f.pricing, flags.pricingMethod ? labels.pricing[flags.pricingMethod] : ''],
      [f.tax, list(flags.taxBenefits.map((benefit) => labels.tax[benefit]))],
      [f.resultNumber, flags.resultRegistrationNumber ?? ''],
    ];
  };
  return (before, after) => {
    const old = rowsOf(before);
    return rowsOf(after).flatMap(([label, value], index) => {
      const was = old[index]?.[1] ?? '';
      return was === value ? [] : [{ label, before: was, after: value }];
    });
  };
}
