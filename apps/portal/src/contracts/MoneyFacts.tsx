import { DataTable } from '../design/DataTable.js';
import { Facts } from '../design/DetailPage.js';
import { Term } from '../design/Tip.js';
import { Day, Money } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { formWords } from './form/formWords.js';
import { contractLabels } from './labels.js';
import { receiptWords } from './proceedings/receiptWords.js';
import { stated } from './stated.js';
import type { Contract } from './types.js';

const amount = (fen: number | null | undefined) =>
  fen === null || fen === undefined ? null : <Money fen={fen} />;

/** 金额: totals, what is deducted from them, and how a royalty is reckoned. */
export function MoneyFacts({ contract }: { contract: Contract }) {
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
            [t.royaltyTrend, royalty?.trend && labels.royaltyTrend[royalty.trend]],
            [t.years, royalty?.years],
            [t.entryFee, amount(royalty?.entryFee)],
            [t.floor, amount(royalty?.floor)],
            [t.cap, amount(royalty?.cap)],
            [t.expectedInvestment, amount(money.expectedInvestment)],
            [t.expectedOutput, amount(money.expectedOutput)],
            [t.lowRatioReason, money.lowRatioReason],
          ]),
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
