import { useCommand } from '../../api/command.js';
import { MoneyInput, PercentInput } from '../../design/AmountInputs.js';
import { Button } from '../../design/Button.js';
import { CheckBox, Field, RadioButtons, TextInput } from '../../design/Field.js';
import { FormDialog } from '../../design/FormDialog.js';
import { useKept } from '../../design/kept.js';
import { Notice } from '../../design/States.js';
import type { CommissionBase, CommissionTrigger } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom } from '../../listings/terms.js';
import { ProposeCommissionDocument } from '../brokerCommands.js';
import { brokerWords } from '../brokerWords.js';
import css from '../Deal.module.css';
import { actionWords } from '../actionWords.js';
import { dealLabels } from '../labels.js';
import type { DealFormProps } from '../types.js';

interface Tier {
  readonly upTo: number | null;
  readonly rate: number | null;
}
const WHOLE = 10_000;

/** 佣金约定: base, tiers, limits, who pays, when it falls due, and how the agencies share it. */
export function CommissionForm({ deal, onClose }: DealFormProps) {
  const t = useWords(brokerWords);
  const a = useWords(actionWords);
  const labels = useWords(dealLabels);
  const propose = useCommand(ProposeCommissionDocument);
  const agencies = deal.brokerages.filter((brokerage) => brokerage.state === 'JOINED');
  const [base, setBase] = useKept<CommissionBase>('commission', 'base', 'TECHNICAL');
  const [tiers, setTiers] = useKept<readonly Tier[]>('commission', 'tiers', [{ upTo: null, rate: null }]);
  const [minimum, setMinimum] = useKept<number | null>('commission', 'minimum', null);
  const [maximum, setMaximum] = useKept<number | null>('commission', 'maximum', null);
  const [sellerShare, setSellerShare] = useKept<number | null>(
    'commission',
    'sellerShare',
    agencies[0]?.represents === 'BUYER' ? 0 : agencies[0]?.represents === 'BOTH' ? WHOLE / 2 : WHOLE,
  );
  const [trigger, setTrigger] = useKept<CommissionTrigger>('commission', 'trigger', 'SIGNATURE');
  const [tax, setTax] = useKept('commission', 'tax', true);
  const [shares, setShares] = useKept<Readonly<Record<string, number | null>>>('commission', 'shares', () =>
    Object.fromEntries(agencies.map((agency, index) => [agency.organisation.id, index === 0 ? WHOLE : null])),
  );
  const patchTier = (index: number, change: Partial<Tier>): void =>
    setTiers(tiers.map((tier, at) => (at === index ? { ...tier, ...change } : tier)));
  const submit = () =>
    propose.run({
      dealId: deal.id,
      base,
      // The last tier has no limit.
      tiers: tiers.map((tier, index) => ({
        upTo: index === tiers.length - 1 ? null : tier.upTo,
        rateBasisPoints: tier.rate ?? 0,
      })),
      minimum,
      maximum,
      sellerShareBasisPoints: sellerShare ?? 0,
      buyerShareBasisPoints: WHOLE - (sellerShare ?? 0),
      trigger,
      taxIncluded: tax,
      splits: Object.entries(shares).flatMap(([organisationId, shareBasisPoints]) =>
        shareBasisPoints ? [{ organisationId, shareBasisPoints }] : [],
      ),
    });
  return (
    <FormDialog
      kept="commission"
      title={t.propose}
      done={a.proposeCommissionDone}
      onClose={onClose}
      onSubmit={submit}
      disabled={agencies.length === 0}
    >
      {agencies.length === 0 && <Notice tone="amber">{t.noJoined}</Notice>}
      <Field label={t.base} path="base" required group>
        <RadioButtons
          value={base}
          choices={choicesFrom(labels.base)}
          onChange={(value) => setBase(value as CommissionBase)}
        />
      </Field>
      <Field label={t.tiers} path="tiers" required group>
        <div className={css['rows']}>
          {tiers.map((tier, index) => (
            <div key={index} className={css['rowFields']}>
              <Field label={`${t.tier(index + 1)} · ${t.upTo}`} path={`tiers.${index}.upTo`}>
                {index === tiers.length - 1 ? (
                  <TextInput readOnly value={t.lastTier} onChange={() => undefined} />
                ) : (
                  <MoneyInput value={tier.upTo} onChange={(upTo) => patchTier(index, { upTo })} />
                )}
              </Field>
              <Field label={t.rate} path={`tiers.${index}.rateBasisPoints`} required>
                <PercentInput value={tier.rate} onChange={(rate) => patchTier(index, { rate })} />
              </Field>
              {tiers.length > 1 ? (
                <Button
                  tone="quiet"
                  icon="trash"
                  label={t.removeTier(index + 1)}
                  onClick={() => setTiers(tiers.filter((_, at) => at !== index))}
                />
              ) : (
                <span />
              )}
            </div>
          ))}
          <div>
            <Button
              size="small"
              icon="plus"
              disabled={tiers.length >= 10}
              onClick={() => setTiers([...tiers, { upTo: null, rate: null }])}
            >
              {t.addTier}
            </Button>
          </div>
        </div>
      </Field>
      <Field label={t.minimum} path="minimum" optional>
        <MoneyInput value={minimum} onChange={setMinimum} />
      </Field>
      <Field label={t.maximum} path="maximum" optional>
        <MoneyInput value={maximum} onChange={setMaximum} />
      </Field>
      <Field
        label={t.sellerShare}
        path="sellerShareBasisPoints"
        hint={`${t.buyerShare} ${(WHOLE - (sellerShare ?? 0)) / 100}%`}
        required
      >
        <PercentInput value={sellerShare} onChange={setSellerShare} />
      </Field>
      <Field label={t.trigger} path="trigger" required group>
        <RadioButtons
          value={trigger}
          choices={choicesFrom(labels.trigger)}
          onChange={(value) => setTrigger(value as CommissionTrigger)}
        />
      </Field>
      <CheckBox checked={tax} onChange={setTax}>
        {t.taxIncluded}
      </CheckBox>
      <Field label={t.splits} path="splits" hint={t.splitHint} required group>
        <div className={css['rows']}>
          {agencies.map((agency, index) => (
            <Field key={agency.id} label={agency.name} path={`splits.${index}.shareBasisPoints`}>
              <PercentInput
                value={shares[agency.organisation.id] ?? null}
                onChange={(share) => setShares({ ...shares, [agency.organisation.id]: share })}
              />
            </Field>
          ))}
        </div>
      </Field>
    </FormDialog>
  );
}
