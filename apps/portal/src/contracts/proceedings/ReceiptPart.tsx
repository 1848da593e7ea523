import { MoneyInput, PercentInput } from '../../design/AmountInputs.js';
import { DateInput } from '../../design/DateInput.js';
import { Facts } from '../../design/DetailPage.js';
import { Field } from '../../design/Field.js';
import { Day, Money } from '../../design/Values.js';
import { useWords } from '../../i18n/index.js';
import { contractLabels } from '../labels.js';
import type { Paper, PaperForm, Proceeding } from './types.js';
import { receiptWords } from './receiptWords.js';

/** 提成到账: the period, its base and rate; what it makes of the registered amounts is computed by the rule. */
export function ReceiptPart(props: {
  readonly paper: Paper;
  readonly contract: Proceeding['contract'];
  readonly form: PaperForm;
  readonly patch: (change: Partial<PaperForm>) => void;
}) {
  const { paper, form, patch, contract } = props;
  const t = useWords(receiptWords);
  const labels = useWords(contractLabels);
  const { receipt } = form;
  const put = (change: Partial<PaperForm['receipt']>): void => patch({ receipt: { ...receipt, ...change } });
  const { royalty } = contract.money;
  const after = paper.proposal?.money;
  return (
    <>
      <Field label={t.from} path="receipt.from" required>
        <DateInput value={receipt.from} onChange={(from) => put({ from })} />
      </Field>
      <Field label={t.until} path="receipt.until" required>
        <DateInput value={receipt.until} onChange={(until) => put({ until })} />
      </Field>
      <Field
        label={royalty?.base ? `${t.base}（${labels.royaltyBase[royalty.base]}）` : t.base}
        path="receipt.base"
        hint={t.baseHint}
        required
      >
        <MoneyInput value={receipt.base} onChange={(base) => put({ base })} />
      </Field>
      <Field label={t.rate} path="receipt.rateBasisPoints" hint={t.rateHint} required>
        <PercentInput
          value={receipt.rateBasisPoints}
          onChange={(rateBasisPoints) => put({ rateBasisPoints })}
        />
      </Field>
      <Field label={t.receivedOn} path="receipt.receivedOn" required>
        <DateInput value={receipt.receivedOn} onChange={(receivedOn) => put({ receivedOn })} />
      </Field>
      {after && (
        <Facts
          facts={[
            { label: t.registered, value: <Money fen={contract.money.total} /> },
            {
              label: t.supplement,
              value: <Money fen={(after.total ?? 0) - (contract.money.total ?? 0)} />,
            },
            { label: t.cumulative, value: <Money fen={after.total} /> },
          ]}
        />
      )}
    </>
  );
}

/** The receipt as the others read it. */
export function ReceiptFacts({ receipt }: { receipt: NonNullable<Paper['receipt']> }) {
  const t = useWords(receiptWords);
  const { from, until, receivedOn, rateBasisPoints, base } = receipt;
  return (
    <Facts
      facts={[
        {
          label: t.period,
          value:
            from && until ? (
              <>
                <Day on={from} /> – <Day on={until} />
              </>
            ) : (
              '—'
            ),
        },
        { label: t.base, value: <Money fen={base} /> },
        { label: t.rate, value: rateBasisPoints ? `${rateBasisPoints / 100}%` : '—' },
        { label: t.receivedOn, value: receivedOn ? <Day on={receivedOn} /> : '—' },
      ]}
    />
  );
}
