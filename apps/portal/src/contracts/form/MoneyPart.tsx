import { MoneyInput, PercentInput } from '../../design/AmountInputs.js';
import { Button } from '../../design/Button.js';
import { Field, TextArea } from '../../design/Field.js';
import { Term } from '../../design/Tip.js';
import { useMoneyText } from '../../design/Values.js';
import type {
  CarrierKind,
  DeductionKind,
  PaymentMode,
  RoyaltyBase,
  RoyaltyTrend,
} from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom } from '../../listings/terms.js';
import { contractLabels } from '../labels.js';
import css from './Form.module.css';
import { formWords } from './formWords.js';
import { Choose, Line, Rows } from './Inputs.js';
import {
  withRoyalty,
  type CarrierForm,
  type DeductionForm,
  type MoneyForm,
  type PartProps,
  type RoyaltyForm,
} from './state.js';

/** 技术交易额 by the rule: the total less the non-technical cost; null while the total is missing. */
const computedOf = ({ total, deductions }: MoneyForm): number | null =>
  total === null
    ? null
    : Math.max(0, total - deductions.reduce((sum, deduction) => sum + (deduction.amount ?? 0), 0));

interface MoneyProps {
  readonly money: MoneyForm;
  readonly set: (change: Partial<MoneyForm>) => void;
}

function Costs({ money, set }: MoneyProps) {
  const t = useWords(formWords);
  const labels = useWords(contractLabels);
  return (
    <>
      <Field label={t.deductions} path="money.deductions" hint={t.deductionsHint} group>
        <Rows<DeductionForm>
          rows={money.deductions}
          empty={{ kind: 'EQUIPMENT', name: '', amount: null, clause: '' }}
          max={50}
          addLabel={t.addDeduction}
          removeLabel={(_, index) => t.removeRow(index + 1)}
          title={(row, index) => `${index + 1} · ${row.name || labels.deduction[row.kind]}`}
          onChange={(deductions) => set({ deductions })}
          render={(row, patch, index) => (
            <>
              <Choose<DeductionKind>
                label={t.kind}
                path={`money.deductions.${index}.kind`}
                required
                value={row.kind}
                choices={choicesFrom(labels.deduction)}
                onChange={(kind) => patch({ kind: kind === '' ? 'OTHER' : kind })}
              />
              <Line
                label={t.itemName}
                path={`money.deductions.${index}.name`}
                required
                value={row.name}
                onChange={(name) => patch({ name })}
              />
              <Field label={t.amount} path={`money.deductions.${index}.amount`} required>
                <MoneyInput value={row.amount} onChange={(amount) => patch({ amount })} />
              </Field>
              <Line
                label={t.clause}
                path={`money.deductions.${index}.clause`}
                required
                value={row.clause}
                onChange={(clause) => patch({ clause })}
              />
            </>
          )}
        />
      </Field>
      <Field label={t.carriers} path="money.carriers" hint={t.carriersHint} group>
        <Rows<CarrierForm>
          rows={money.carriers}
          empty={{ kind: 'SAMPLE', name: '', quantity: '1', cost: null }}
          max={50}
          addLabel={t.addCarrier}
          removeLabel={(_, index) => t.removeRow(index + 1)}
          title={(row, index) => `${index + 1} · ${row.name || labels.carrier[row.kind]}`}
          onChange={(carriers) => set({ carriers })}
          render={(row, patch, index) => (
            <>
              <Choose<CarrierKind>
                label={t.kind}
                path={`money.carriers.${index}.kind`}
                required
                value={row.kind}
                choices={choicesFrom(labels.carrier)}
                onChange={(kind) => patch({ kind: kind === '' ? 'SAMPLE' : kind })}
              />
              <Line
                label={t.itemName}
                path={`money.carriers.${index}.name`}
                required
                value={row.name}
                onChange={(name) => patch({ name })}
              />
              <Line
                label={t.quantity}
                path={`money.carriers.${index}.quantity`}
                numeric
                required
                value={row.quantity}
                onChange={(quantity) => patch({ quantity })}
              />
              <Field label={t.cost} path={`money.carriers.${index}.cost`}>
                <MoneyInput value={row.cost} onChange={(cost) => patch({ cost })} />
              </Field>
            </>
          )}
        />
      </Field>
    </>
  );
}

function Royalty({ money, set }: MoneyProps) {
  const t = useWords(formWords);
  const labels = useWords(contractLabels);
  const { royalty } = money;
  const put = (change: Partial<RoyaltyForm>): void => set({ royalty: { ...royalty, ...change } });
  return (
    <Field label={t.royalty} path="money.royalty" group>
      <div className={css['grid']}>
        <Choose<RoyaltyBase>
          label={t.royaltyBase}
          path="money.royalty.base"
          required
          value={royalty.base}
          choices={choicesFrom(labels.royaltyBase)}
          onChange={(base) => put({ base })}
        />
        <Choose<RoyaltyTrend>
          label={t.royaltyTrend}
          path="money.royalty.trend"
          required
          value={royalty.trend}
          choices={choicesFrom(labels.royaltyTrend)}
          onChange={(trend) => put({ trend })}
        />
        <Field label={t.rate} path="money.royalty.rateBasisPoints" required>
          <PercentInput value={royalty.rate} onChange={(rate) => put({ rate })} />
        </Field>
        <Line
          label={t.years}
          path="money.royalty.years"
          numeric
          unit={t.yearsUnit}
          required
          value={royalty.years}
          onChange={(years) => put({ years })}
        />
        <Field label={t.entryFee} path="money.royalty.entryFee">
          <MoneyInput value={royalty.entryFee} onChange={(entryFee) => put({ entryFee })} />
        </Field>
        <Field label={t.cap} path="money.royalty.cap">
          <MoneyInput value={royalty.cap} onChange={(cap) => put({ cap })} />
        </Field>
        <Field label={t.floor} path="money.royalty.floor">
          <MoneyInput value={royalty.floor} onChange={(floor) => put({ floor })} />
        </Field>
      </div>
    </Field>
  );
}

/** 金额: what the contract is worth, what of it is technical, and how it is paid. */
export function MoneyPart({ form, patch }: PartProps) {
  const t = useWords(formWords);
  const labels = useWords(contractLabels);
  const moneyText = useMoneyText();
  const { money } = form;
  const set = (change: Partial<MoneyForm>): void => patch({ money: { ...money, ...change } });
  const computed = computedOf(money);
  return (
    <>
      <Field label={t.total} path="money.total" hint={t.totalHint} required>
        <MoneyInput value={money.total} onChange={(total) => set({ total })} />
      </Field>
      <Costs money={money} set={set} />
      <Field label={<Term explanation={t.technicalTerm}>{t.technical}</Term>} path="money.technical" required>
        <MoneyInput value={money.technical} onChange={(technical) => set({ technical })} />
        {computed !== null && computed !== money.technical && (
          <span className="row">
            <span className="quiet">{t.computed(moneyText(computed))}</span>
            <Button size="small" onClick={() => set({ technical: computed })}>
              {t.useComputed}
            </Button>
          </span>
        )}
      </Field>
      <Field label={t.lowRatioReason} path="money.lowRatioReason" hint={t.lowRatioHint} optional>
        <TextArea
          rows={2}
          max={500}
          value={money.lowRatioReason}
          onChange={(lowRatioReason) => set({ lowRatioReason })}
        />
      </Field>
      <Choose<PaymentMode>
        label={t.paymentMode}
        path="money.paymentMode"
        required
        value={money.paymentMode}
        choices={choicesFrom(labels.payment)}
        onChange={(paymentMode) => set({ paymentMode })}
      />
      {withRoyalty(money.paymentMode) && <Royalty money={money} set={set} />}
      <div className={css['grid']}>
        <Field
          label={t.expectedInvestment}
          path="money.expectedInvestment"
          required={form.subclass.startsWith('2')}
        >
          <MoneyInput
            value={money.expectedInvestment}
            onChange={(expectedInvestment) => set({ expectedInvestment })}
          />
        </Field>
        <Field label={t.expectedOutput} path="money.expectedOutput" required={form.subclass.startsWith('2')}>
          <MoneyInput value={money.expectedOutput} onChange={(expectedOutput) => set({ expectedOutput })} />
        </Field>
      </div>
    </>
  );
}
